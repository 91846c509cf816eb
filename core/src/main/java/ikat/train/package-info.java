/** The contract of training: plan, progress, listener. */
@NullMarked
package ikat.train;

import org.jspecify.annotations.NullMarked;
