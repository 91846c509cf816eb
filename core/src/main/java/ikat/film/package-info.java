/** Films as data, and each of their frames as a pure function of it. */
@NullMarked
package ikat.film;

import org.jspecify.annotations.NullMarked;
