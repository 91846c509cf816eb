/** Training, and the fast generator, on libtorch through JavaCPP. */
@NullMarked
package ikat.torch;

import org.jspecify.annotations.NullMarked;
