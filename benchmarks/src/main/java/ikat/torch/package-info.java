/** Benchmarks, in the package of what they measure. */
package ikat.torch;
