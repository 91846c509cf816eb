/** What a person sees while waiting. */
@NullMarked
package ikat.app.progress;

import org.jspecify.annotations.NullMarked;
