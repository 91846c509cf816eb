/** Pictures of few colours. */
@NullMarked
package ikat.service.colour;

import org.jspecify.annotations.NullMarked;
