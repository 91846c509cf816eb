/**
 * Texture synthesis with joint statistics of wavelet coefficients (Portilla and Simoncelli 2000).
 */
@NullMarked
package ikat.lab.statistics;

import org.jspecify.annotations.NullMarked;
