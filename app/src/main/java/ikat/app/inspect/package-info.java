/** Pictures and models in words. */
@NullMarked
package ikat.app.inspect;

import org.jspecify.annotations.NullMarked;
