/**
 * Ways to make more of a texture from one picture, behind one interface, so that they can be set
 * side by side: ours and its rivals.
 */
@NullMarked
package ikat.method;

import org.jspecify.annotations.NullMarked;
