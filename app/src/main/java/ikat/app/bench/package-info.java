/** How fast this machine is. */
@NullMarked
package ikat.app.bench;

import org.jspecify.annotations.NullMarked;
