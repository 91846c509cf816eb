/** How alike two textures are. */
@NullMarked
package ikat.score;

import org.jspecify.annotations.NullMarked;
