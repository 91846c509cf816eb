/** From picture files and settings to a trained model and its report. */
@NullMarked
package ikat.service.train;

import org.jspecify.annotations.NullMarked;
