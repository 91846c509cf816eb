/** Planes for viewers that speak the IIIF Image API 3. */
@NullMarked
package ikat.studio.iiif;

import org.jspecify.annotations.NullMarked;
