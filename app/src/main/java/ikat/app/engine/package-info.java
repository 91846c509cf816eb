/** The doors to the engines: the commands know nothing else of them. */
@NullMarked
package ikat.app.engine;

import org.jspecify.annotations.NullMarked;
