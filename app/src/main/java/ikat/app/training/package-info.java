/** One training from pictures to files: names, interruption, preview. */
@NullMarked
package ikat.app.training;

import org.jspecify.annotations.NullMarked;
