/** Models, planes, tiles, wraps and painted maps over HTTP. */
@NullMarked
package ikat.studio.serve;

import org.jspecify.annotations.NullMarked;
