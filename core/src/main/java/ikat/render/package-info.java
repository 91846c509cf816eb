/** Any region of a texture, without a seam, on any engine. */
@NullMarked
package ikat.render;

import org.jspecify.annotations.NullMarked;
