/** The generator on ONNX Runtime. */
@NullMarked
package ikat.onnx;

import org.jspecify.annotations.NullMarked;
