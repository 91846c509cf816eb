/** What is kept by name: models and paintings are renamed, copied, deleted and brought back. */
@NullMarked
package ikat.studio.library;

import org.jspecify.annotations.NullMarked;
