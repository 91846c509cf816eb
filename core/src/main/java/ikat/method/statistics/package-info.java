/**
 * Textures by their joint statistics: Portilla and Simoncelli, "A parametric texture model based on
 * joint statistics of complex wavelet coefficients", IJCV 40(1), 2000.
 */
@NullMarked
package ikat.method.statistics;

import org.jspecify.annotations.NullMarked;
