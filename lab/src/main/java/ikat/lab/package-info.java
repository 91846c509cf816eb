/** What only a laboratory needs: rivals, comparisons, figures, samples, measurements. */
@NullMarked
package ikat.lab;

import org.jspecify.annotations.NullMarked;
