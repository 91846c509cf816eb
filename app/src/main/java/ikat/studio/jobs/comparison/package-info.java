/** Comparisons of methods as jobs. */
@NullMarked
package ikat.studio.jobs.comparison;

import org.jspecify.annotations.NullMarked;
