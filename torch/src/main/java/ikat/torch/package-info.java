/** What training and rendering on libtorch share: devices, threads, tensors. */
@NullMarked
package ikat.torch;

import org.jspecify.annotations.NullMarked;
