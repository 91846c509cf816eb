/** The fast generator on libtorch. */
@NullMarked
package ikat.torch.render;

import org.jspecify.annotations.NullMarked;
