/** What the system tells of this process's memory. */
@NullMarked
package ikat.app.memory;

import org.jspecify.annotations.NullMarked;
