/** Human-readable text: times, sizes, choices, and suggestions for misspelt names. */
@NullMarked
package ikat.text;

import org.jspecify.annotations.NullMarked;
