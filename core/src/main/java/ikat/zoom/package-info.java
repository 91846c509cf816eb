/** The plane at half its size, a quarter and so on, without making all of it. */
@NullMarked
package ikat.zoom;

import org.jspecify.annotations.NullMarked;
