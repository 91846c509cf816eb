/**
 * Neural ways to make a texture, ours and its rivals: pictures optimised towards the Gram matrices
 * of a network's features, and generators trained against a discriminator.
 */
@NullMarked
package ikat.torch.method;

import org.jspecify.annotations.NullMarked;
