/** Live pictures: textures that follow a hand or a camera at once, over a WebSocket. */
@NullMarked
package ikat.studio.live;

import org.jspecify.annotations.NullMarked;
