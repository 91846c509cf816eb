/** What a picture tells before training: periods, isotropy, element size, verdicts. */
@NullMarked
package ikat.analysis;

import org.jspecify.annotations.NullMarked;
