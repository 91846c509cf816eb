/** Work that many ask for at once. */
@NullMarked
package ikat.studio.queue;

import org.jspecify.annotations.NullMarked;
