/** From flags and plan files to the settings of a training, and the plan in words. */
@NullMarked
package ikat.app.plan;

import org.jspecify.annotations.NullMarked;
