package ikat.studio.jobs.training;

import ikat.studio.jobs.Uploads;
import ikat.studio.web.Problem;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent for a training.
 *
 * @param pictures to learn from, among which may be their maps
 * @param masks that {@code prepare} names
 * @param maps of the pictures
 * @param prepare what is done to pictures, by their names
 */
record SentFiles(
        List<UploadedFile> pictures,
        List<UploadedFile> masks,
        List<UploadedFile> maps,
        Map<?, ?> prepare) {

    private static final int MOST_FILES = 64; // of a field

    /** The files of a new training. */
    static SentFiles pictures(Context context) {
        return with(Uploads.files(context, "pictures", MOST_FILES), context);
    }

    /** More files for a training whose pictures are known. */
    static SentFiles more(Context context) {
        return with(List.of(), context);
    }

    private static SentFiles with(List<UploadedFile> pictures, Context context) {
        List<UploadedFile> masks = Uploads.perhaps(context, "masks", MOST_FILES);
        List<UploadedFile> maps = Uploads.perhaps(context, "maps", MOST_FILES);
        return new SentFiles(pictures, masks, maps, Map.of());
    }

    /**
     * The same files, and what is done to pictures.
     *
     * @throws Problem 400 if it is no object
     */
    SentFiles with(@Nullable Object said) {
        if (said != null && !(said instanceof Map)) {
            throw Problem.badRequest("prepare must be an object of pictures by their names");
        }
        return new SentFiles(pictures, masks, maps, said instanceof Map<?, ?> all ? all : Map.of());
    }

    /**
     * How the pictures that are named are prepared.
     *
     * @param before what is known of them
     */
    Map<String, Preparation> preparations(StoredFiles stored, Map<String, Preparation> before) {
        Map<String, Preparation> all = new HashMap<>();
        prepare.forEach(
                (sent, said) -> {
                    String name = stored.name(String.valueOf(sent));
                    Preparation known = before.getOrDefault(name, Preparation.NONE);
                    all.put(
                            name,
                            Preparation.of(said == null ? Map.of() : said, known, stored::name));
                });
        return all;
    }
}
