/** The description of the HTTP interface for programs. */
@NullMarked
package ikat.studio.openapi;

import org.jspecify.annotations.NullMarked;
