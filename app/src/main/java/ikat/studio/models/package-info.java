/** The models that the studio knows. */
@NullMarked
package ikat.studio.models;

import org.jspecify.annotations.NullMarked;
