/** Speed of this machine, beside plain libtorch. */
@NullMarked
package ikat.lab.bench;

import org.jspecify.annotations.NullMarked;
