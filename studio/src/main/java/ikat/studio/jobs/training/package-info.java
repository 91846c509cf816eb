/** Trainings as jobs. */
@NullMarked
package ikat.studio.jobs.training;

import org.jspecify.annotations.NullMarked;
