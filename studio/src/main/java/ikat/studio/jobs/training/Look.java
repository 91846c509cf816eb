package ikat.studio.jobs.training;

import ikat.image.ImageFormatException;
import ikat.studio.web.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** A look at pictures, which may be of any kind and size. */
@FunctionalInterface
interface Look<T> {

    /** Takes it. */
    T take() throws IOException;

    /**
     * What a look gives.
     *
     * @throws Problem 400 if a picture cannot be read, 404 if it is gone, 413 if it is too large
     */
    static <T> T at(Look<T> look) throws IOException {
        try {
            return look.take();
        } catch (ImageFormatException e) {
            throw Problem.badRequest(e.withoutFolders());
        } catch (NoSuchFileException e) {
            throw Problem.notFound("the pictures of this training are gone");
        } catch (OutOfMemoryError e) {
            throw Problem.tooLarge("the pictures are too large for the memory there is");
        }
    }
}
