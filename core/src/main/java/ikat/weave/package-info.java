/** Woven detail: the network says what is where, the exemplar's own pixels give the fibre. */
@NullMarked
package ikat.weave;

import org.jspecify.annotations.NullMarked;
