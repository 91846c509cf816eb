/** Image quilting (Efros and Freeman 2001). */
@NullMarked
package ikat.lab.quilting;

import org.jspecify.annotations.NullMarked;
