/** Pictures of any region and size, made one after the other beside the tiles. */
@NullMarked
package ikat.studio.renders;

import org.jspecify.annotations.NullMarked;
