/** All that takes long, put together. */
@NullMarked
package ikat.studio.workroom;

import org.jspecify.annotations.NullMarked;
