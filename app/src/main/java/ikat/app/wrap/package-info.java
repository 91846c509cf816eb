/** What a picture that repeats comes with. */
@NullMarked
package ikat.app.wrap;

import org.jspecify.annotations.NullMarked;
