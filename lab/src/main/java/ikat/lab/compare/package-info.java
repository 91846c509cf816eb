/** Comparisons of methods on one exemplar. */
@NullMarked
package ikat.lab.compare;

import org.jspecify.annotations.NullMarked;
