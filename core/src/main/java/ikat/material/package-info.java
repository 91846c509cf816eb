/** The maps of a material: relief, directions, occlusion and roughness beside the colours. */
@NullMarked
package ikat.material;

import org.jspecify.annotations.NullMarked;
