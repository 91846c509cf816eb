/** Heavy work that outlives the page that asked for it: kept on the disk, done one at a time. */
@NullMarked
package ikat.studio.jobs;

import org.jspecify.annotations.NullMarked;
