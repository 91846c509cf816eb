/** The generator as a graph of ONNX, for other programs and other engines. */
@NullMarked
package ikat.graph;

import org.jspecify.annotations.NullMarked;
