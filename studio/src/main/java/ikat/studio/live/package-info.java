/** Live pictures over a WebSocket. */
@NullMarked
package ikat.studio.live;

import org.jspecify.annotations.NullMarked;
