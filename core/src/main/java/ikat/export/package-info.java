/** Pictures of any size, made and written piece by piece, in little memory, and gone on with. */
@NullMarked
package ikat.export;

import org.jspecify.annotations.NullMarked;
