/** IIIF Image API 3 and Presentation API 3. */
@NullMarked
package ikat.studio.serve.iiif;

import org.jspecify.annotations.NullMarked;
