/** Terminal output: progress, signals and interactive runs. */
@NullMarked
package ikat.cli.terminal;

import org.jspecify.annotations.NullMarked;
