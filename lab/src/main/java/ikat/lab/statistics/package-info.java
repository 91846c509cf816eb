/** Textures by joint statistics of wavelets (Portilla and Simoncelli 2000). */
@NullMarked
package ikat.lab.statistics;

import org.jspecify.annotations.NullMarked;
