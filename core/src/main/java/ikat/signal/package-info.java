/** Planes of numbers and their transforms: what analysis, scores and methods compute with. */
@NullMarked
package ikat.signal;

import org.jspecify.annotations.NullMarked;
