/** Files of films: videos, animated pictures, numbered pictures. */
@NullMarked
package ikat.app.film;

import org.jspecify.annotations.NullMarked;
