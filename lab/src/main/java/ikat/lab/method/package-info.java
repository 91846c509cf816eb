/** Ways to make a texture, side by side: the contract of a rival. */
@NullMarked
package ikat.lab.method;

import org.jspecify.annotations.NullMarked;
