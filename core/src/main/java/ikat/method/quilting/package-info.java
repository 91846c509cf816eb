/**
 * Textures sewn together from pieces: Efros and Freeman, "Image quilting for texture synthesis and
 * transfer", SIGGRAPH 2001.
 */
@NullMarked
package ikat.method.quilting;

import org.jspecify.annotations.NullMarked;
