/** Films described as data, with each frame a pure function of the description. */
@NullMarked
package ikat.film;

import org.jspecify.annotations.NullMarked;
