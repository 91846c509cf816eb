/** The command line: its commands, and how they fail. */
@NullMarked
package ikat.app;

import org.jspecify.annotations.NullMarked;
