package ikat.studio.jobs;

import ikat.studio.web.Heads;
import ikat.studio.web.Problem;
import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a file, or one range of it (RFC 9110, section 14). */
public final class Download {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    private Download() {}

    /** The same with the name of the file. */
    public static void answer(Context context, Job job, String what, Path file, String mediaType)
            throws IOException {
        answer(context, job, what, file, String.valueOf(file.getFileName()), mediaType);
    }

    /**
     * Answers with the file of a job that is done, to be kept under a name.
     *
     * @param what the job is, for a refusal
     * @throws Problem 409 if the job is not done, 404 if the file has gone
     */
    public static void answer(
            Context context, Job job, String what, Path file, String name, String mediaType)
            throws IOException {
        if (job.state() != Job.State.DONE) {
            throw Problem.conflict(
                    "the %s %s is %s, not done".formatted(what, job.id(), job.state().word()));
        }
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        context.disableCompression() // lengths and ranges are those of the file
                .contentType(mediaType)
                .header("Cache-Control", "no-cache")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\""
                                + name.replaceAll("[^A-Za-z0-9._-]", "_")
                                + "\"; filename*=UTF-8''"
                                + encoded);
        try {
            send(context, file);
        } catch (NoSuchFileException e) {
            throw Problem.notFound("the file of the %s %s has gone".formatted(what, job.id()));
        }
    }

    /** Sends the file; the whole file if the range has another form than {@code bytes=A-B}. */
    private static void send(Context context, Path file) throws IOException {
        long size = Files.size(file);
        String asked = context.header("Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked);
        context.header("Accept-Ranges", "bytes");
        if (!range.matches() || Heads.only(context)) { // ranges are defined for GET only
            context.header("Content-Length", Long.toString(size));
            if (!Heads.only(context)) {
                context.result(Files.newInputStream(file));
            }
            return;
        }
        long first = Long.parseLong(range.group(1));
        long last =
                range.group(2).isEmpty()
                        ? size - 1
                        : Math.min(size - 1, Long.parseLong(range.group(2)));
        if (first > last) {
            context.status(416).header("Content-Range", "bytes */" + size);
            return;
        }
        context.status(206)
                .header("Content-Range", "bytes " + first + "-" + last + "/" + size)
                .header("Content-Length", Long.toString(last - first + 1));
        context.result(part(file, first, last - first + 1));
    }

    private static InputStream part(Path file, long first, long length) throws IOException {
        FileChannel channel = FileChannel.open(file);
        channel.position(first);
        return new FirstBytes(Channels.newInputStream(channel), length);
    }

    /** The first bytes of a stream. */
    private static final class FirstBytes extends FilterInputStream {

        private long left;

        FirstBytes(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = super.read(into, from, (int) Math.min(left, most));
            left -= Math.max(0, count);
            return count;
        }
    }
}
