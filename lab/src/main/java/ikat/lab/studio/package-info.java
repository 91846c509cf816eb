/** Comparisons as jobs of the studio. */
@NullMarked
package ikat.lab.studio;

import org.jspecify.annotations.NullMarked;
