/** Training on libtorch. */
@NullMarked
package ikat.torch.train;

import org.jspecify.annotations.NullMarked;
