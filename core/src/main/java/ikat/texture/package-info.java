/**
 * Which texture stands where: global vectors, names, expressions, and the fields that place them.
 */
@NullMarked
package ikat.texture;

import org.jspecify.annotations.NullMarked;
