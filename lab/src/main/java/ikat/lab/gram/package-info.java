/** Texture synthesis with Gram matrices of features (Gatys, Ecker and Bethge 2015). */
@NullMarked
package ikat.lab.gram;

import org.jspecify.annotations.NullMarked;
