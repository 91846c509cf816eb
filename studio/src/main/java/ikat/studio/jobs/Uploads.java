package ikat.studio.jobs;

import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import ikat.text.SafeName;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes in pictures that come as {@code multipart/form-data}, within limits. */
public final class Uploads {

    private static final int MOST_MEGABYTES_EACH = 32; // of one file

    /** Of all files of a request, or of a job. */
    public static final int MOST_MEGABYTES = 256;

    private static final int MOST_SETTINGS = 1 << 16;
    private static final int LONGEST_NAME = 160; // in bytes

    private Uploads() {}

    /** Sets the limits, which hold before anything is read, and looks at kinds while it is. */
    public static void configure(JavalinConfig config) {
        config.jetty.modifyServer(server -> server.setHandler(new UploadedKinds()));
        config.jetty.multipartConfig.maxFileSize(MOST_MEGABYTES_EACH, SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize(MOST_MEGABYTES, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    }

    /**
     * The files of a field.
     *
     * @param most how many there may be
     * @throws Problem 400 or 413 if there are none, too many, or too large ones
     */
    public static List<UploadedFile> files(Context context, String field, int most) {
        String type = context.contentType();
        if (type == null || !isMultipart(type)) {
            throw Problem.badRequest("send the pictures as multipart/form-data");
        }
        List<UploadedFile> files = perhaps(context, field, most);
        if (files.isEmpty()) {
            throw Problem.badRequest("there is no picture; send at least one as \"" + field + "\"");
        }
        return files;
    }

    /**
     * The files of a field that may be left out.
     *
     * @param most how many there may be
     * @throws Problem 400 or 413 if there are too many, or too large ones
     */
    public static List<UploadedFile> perhaps(Context context, String field, int most) {
        List<UploadedFile> files = parts(context, field);
        if (files.size() > most) {
            throw Problem.tooLarge(
                    field + " has " + files.size() + " files, but at most " + most + " are taken");
        }
        return files;
    }

    /** Whether the query of a request wants files that cannot be read to be skipped. */
    public static boolean skips(@Nullable String query) {
        return query != null && List.of(query.split("&")).contains("unreadable=skip");
    }

    static boolean isMultipart(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** What goes wrong in the server's parser has many types and no sentence. */
    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    private static List<UploadedFile> parts(Context context, String field) {
        try {
            return context.uploadedFiles(field);
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Problem problem) {
                    throw problem; // of what UploadedKinds has seen
                }
            }
            if (context.req().getContentLengthLong() > 1 << 20) {
                throw Problem.tooLarge(
                        "that is too much at once: a picture may have "
                                + MOST_MEGABYTES_EACH
                                + " MB, all together "
                                + MOST_MEGABYTES
                                + " MB");
            }
            throw Problem.badRequest("the upload cannot be read; send it again");
        }
    }

    /**
     * The settings that came along as JSON, or as nothing.
     *
     * @throws Problem 400 if they cannot be read
     */
    public static <T> T settings(Context context, Class<T> type) {
        String text = context.formParam("settings");
        if (text != null && text.length() > MOST_SETTINGS) {
            throw Problem.tooLarge("the settings are too long");
        }
        return new Json().fromJsonString(text == null || text.isBlank() ? "{}" : text, type);
    }

    /**
     * Writes files to a folder, which must exist, under names that are safe and unlike those of the
     * files there.
     *
     * @return where they are, in order
     * @throws Problem 503 if there is no room for them
     */
    public static List<Path> save(List<UploadedFile> files, Path folder) {
        List<Path> paths = new ArrayList<>();
        Set<String> taken = names(folder);
        for (UploadedFile file : files) {
            Path path = folder.resolve(free(safeName(file.filename()), taken));
            try (InputStream in = file.content()) {
                Files.copy(in, path);
            } catch (IOException e) {
                throw Problem.notKept("the pictures", e);
            }
            paths.add(path);
        }
        return paths;
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            throw Problem.notKept("the pictures", e);
        }
    }

    /**
     * A safe name for an uploaded file: letters of any script, digits and {@code . _ -}, never
     * hidden, and short enough for what is appended to it.
     */
    public static String safeName(String given) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = SafeName.of(last).replaceAll("-+", "-").replaceAll("^[.-]+", "");
        String end = SafeName.end(clean, LONGEST_NAME);
        return end.replaceAll("[.-]", "").isEmpty() ? "picture" : end;
    }

    /** A file name without its extension. */
    public static String baseName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            free = baseName(name) + "-" + n + name.substring(baseName(name).length());
        }
        return free;
    }
}
