/** Pictures that repeat, and what proves it. */
@NullMarked
package ikat.studio.wraps;

import org.jspecify.annotations.NullMarked;
