/** Renders of any region as jobs. */
@NullMarked
package ikat.studio.jobs.renders;

import org.jspecify.annotations.NullMarked;
