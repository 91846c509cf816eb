/** Which texture stands where, from what was typed. */
@NullMarked
package ikat.app.field;

import org.jspecify.annotations.NullMarked;
