/** An endless plane from an exemplar alone, at once and without training: patches sewn together. */
@NullMarked
package ikat.quilt;

import org.jspecify.annotations.NullMarked;
