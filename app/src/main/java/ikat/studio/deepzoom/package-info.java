/** Planes for viewers of Deep Zoom images. */
@NullMarked
package ikat.studio.deepzoom;

import org.jspecify.annotations.NullMarked;
