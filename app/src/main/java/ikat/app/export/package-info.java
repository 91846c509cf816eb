/** Pictures of any size from the command line. */
@NullMarked
package ikat.app.export;

import org.jspecify.annotations.NullMarked;
