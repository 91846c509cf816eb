/** The sample pictures: textures painted by arithmetic alone, the same on every machine. */
@NullMarked
package ikat.samples;

import org.jspecify.annotations.NullMarked;
