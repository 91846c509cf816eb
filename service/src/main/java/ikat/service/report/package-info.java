/** The HTML report of a training. */
@NullMarked
package ikat.service.report;

import org.jspecify.annotations.NullMarked;
