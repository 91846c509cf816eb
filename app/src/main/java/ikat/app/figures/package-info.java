/** The figures of the papers, made again with Ikat. */
@NullMarked
package ikat.app.figures;

import org.jspecify.annotations.NullMarked;
