/** Painted maps: which texture stands where on a plane, and what was drawn anew. */
@NullMarked
package ikat.studio.maps;

import org.jspecify.annotations.NullMarked;
