/** Texture synthesis by direct nearest neighbours of patches (Granot et al. 2022). */
@NullMarked
package ikat.lab.neighbours;

import org.jspecify.annotations.NullMarked;
