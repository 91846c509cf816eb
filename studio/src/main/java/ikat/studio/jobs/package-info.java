/** Work that takes long, kept on disk. */
@NullMarked
package ikat.studio.jobs;

import org.jspecify.annotations.NullMarked;
