/** Atomic file writing, digests, disk space checks, and a thread pool. */
@NullMarked
package ikat.io;

import org.jspecify.annotations.NullMarked;
