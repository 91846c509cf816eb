/** What models there are, for pages and programs. */
@NullMarked
package ikat.studio.gallery;

import org.jspecify.annotations.NullMarked;
