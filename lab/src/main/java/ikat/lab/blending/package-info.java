/** By-example noise: blended tiles whose histogram is the exemplar's (Heitz and Neyret 2018). */
@NullMarked
package ikat.lab.blending;

import org.jspecify.annotations.NullMarked;
