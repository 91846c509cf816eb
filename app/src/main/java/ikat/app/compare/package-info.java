/** Methods side by side on one picture, and the page about them. */
@NullMarked
package ikat.app.compare;

import org.jspecify.annotations.NullMarked;
