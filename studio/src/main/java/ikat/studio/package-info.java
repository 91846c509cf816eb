/** The studio: a web application on this machine. */
@NullMarked
package ikat.studio;

import org.jspecify.annotations.NullMarked;
