/** Pictures scored against an exemplar, in words and for programs. */
@NullMarked
package ikat.app.score;

import org.jspecify.annotations.NullMarked;
