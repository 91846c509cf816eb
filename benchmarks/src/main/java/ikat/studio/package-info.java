/** The studio under load. */
@NullMarked
package ikat.studio;

import org.jspecify.annotations.NullMarked;
