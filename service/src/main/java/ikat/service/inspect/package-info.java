/** What is known of a model or a picture file. */
@NullMarked
package ikat.service.inspect;

import org.jspecify.annotations.NullMarked;
