/** Pictures scored against an exemplar. */
@NullMarked
package ikat.studio.scores;

import org.jspecify.annotations.NullMarked;
