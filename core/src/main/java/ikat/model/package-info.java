/** Trained texture models: architecture, weights, provenance, and the model file format. */
@NullMarked
package ikat.model;

import org.jspecify.annotations.NullMarked;
