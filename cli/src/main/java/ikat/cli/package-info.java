/** The command line: its commands and options. The only place that formats for a terminal. */
@NullMarked
package ikat.cli;

import org.jspecify.annotations.NullMarked;
