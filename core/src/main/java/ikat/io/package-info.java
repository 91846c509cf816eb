/** Files that appear whole or not at all, digests, disk space, and threads for work in pieces. */
@NullMarked
package ikat.io;

import org.jspecify.annotations.NullMarked;
