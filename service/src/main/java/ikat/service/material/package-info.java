/** Materials as the files that engines and programs for three dimensions take. */
@NullMarked
package ikat.service.material;

import org.jspecify.annotations.NullMarked;
