/** The terminal: progress, signals, and runs that are watched. */
@NullMarked
package ikat.cli.terminal;

import org.jspecify.annotations.NullMarked;
