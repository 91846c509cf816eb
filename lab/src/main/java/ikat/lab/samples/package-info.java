/** The painter of the sample pictures. */
@NullMarked
package ikat.lab.samples;

import org.jspecify.annotations.NullMarked;
