/** The endless seeded plane of noise that a generator turns into a picture. */
@NullMarked
package ikat.noise;

import org.jspecify.annotations.NullMarked;
