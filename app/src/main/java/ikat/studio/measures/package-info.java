/** Figures about the running studio. */
@NullMarked
package ikat.studio.measures;

import org.jspecify.annotations.NullMarked;
