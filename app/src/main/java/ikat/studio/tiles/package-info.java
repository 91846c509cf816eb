/** Tiles of endless planes. */
@NullMarked
package ikat.studio.tiles;

import org.jspecify.annotations.NullMarked;
