/** Holes of pictures filled, and pictures extended, with what the rest of them shows. */
@NullMarked
package ikat.fill;

import org.jspecify.annotations.NullMarked;
