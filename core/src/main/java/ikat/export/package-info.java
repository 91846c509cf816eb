/** Resumable export of pictures of any size, piece by piece and in little memory. */
@NullMarked
package ikat.export;

import org.jspecify.annotations.NullMarked;
