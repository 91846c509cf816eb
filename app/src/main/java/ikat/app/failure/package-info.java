/** How commands fail: one sentence and an exit code. */
@NullMarked
package ikat.app.failure;

import org.jspecify.annotations.NullMarked;
