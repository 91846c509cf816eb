/** Films of loops as jobs. */
@NullMarked
package ikat.studio.jobs.films;

import org.jspecify.annotations.NullMarked;
