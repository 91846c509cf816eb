/** Seamless rendering of any region of a texture, on any engine. */
@NullMarked
package ikat.render;

import org.jspecify.annotations.NullMarked;
