/** Work that many ask for: shared out fairly, done once, dropped when nobody waits for it. */
@NullMarked
package ikat.studio.queue;

import org.jspecify.annotations.NullMarked;
