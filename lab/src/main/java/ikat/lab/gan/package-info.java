/** Spatial GANs as methods of a comparison. */
@NullMarked
package ikat.lab.gan;

import org.jspecify.annotations.NullMarked;
