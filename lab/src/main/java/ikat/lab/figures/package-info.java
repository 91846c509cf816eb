/** The figures of the papers. */
@NullMarked
package ikat.lab.figures;

import org.jspecify.annotations.NullMarked;
