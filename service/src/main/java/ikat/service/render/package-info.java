/** Rendered pictures with what they come with: wrap sizes, certificates, identities. */
@NullMarked
package ikat.service.render;

import org.jspecify.annotations.NullMarked;
