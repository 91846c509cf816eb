/** Files that pages send. */
@NullMarked
package ikat.studio.uploads;

import org.jspecify.annotations.NullMarked;
