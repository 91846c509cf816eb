/** Planes at reduced sizes (a half, a quarter and so on), without rendering them at full size. */
@NullMarked
package ikat.zoom;

import org.jspecify.annotations.NullMarked;
