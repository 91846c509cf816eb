/** Picture input and output: exemplars, patches, picture files. */
@NullMarked
package ikat.image;

import org.jspecify.annotations.NullMarked;
