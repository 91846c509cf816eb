/** Training API: plan, settings, progress and listener. */
@NullMarked
package ikat.train;

import org.jspecify.annotations.NullMarked;
