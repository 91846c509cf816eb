/** The studio: textures live in a browser, and an interface for other programs. */
@NullMarked
package ikat.studio;

import org.jspecify.annotations.NullMarked;
