/** Scores of pictures and models against an exemplar. */
@NullMarked
package ikat.service.score;

import org.jspecify.annotations.NullMarked;
