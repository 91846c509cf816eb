/** Film files: MP4, WebM, GIF and numbered pictures. */
@NullMarked
package ikat.service.film;

import org.jspecify.annotations.NullMarked;
