/** JMH benchmarks and side-by-side measurements. */
@NullMarked
package ikat.benchmarks;

import org.jspecify.annotations.NullMarked;
