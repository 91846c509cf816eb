/** The report of a training: one page that needs nothing else. */
@NullMarked
package ikat.app.report;

import org.jspecify.annotations.NullMarked;
