/**
 * What a trained texture is: its shape, its weights, where it comes from, and the file that holds
 * them.
 */
@NullMarked
package ikat.model;

import org.jspecify.annotations.NullMarked;
