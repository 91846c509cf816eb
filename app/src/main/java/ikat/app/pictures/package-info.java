/** From the files and folders of a command line to the pictures of a training. */
@NullMarked
package ikat.app.pictures;

import org.jspecify.annotations.NullMarked;
