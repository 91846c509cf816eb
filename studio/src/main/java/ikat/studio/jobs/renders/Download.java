package ikat.studio.jobs.renders;

import ikat.studio.web.Heads;
import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a file, or one range of it (RFC 9110, section 14). */
final class Download {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    private Download() {}

    /** Sends the file; the whole file if the range has another form than {@code bytes=A-B}. */
    static void send(Context context, Path file) throws IOException {
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
