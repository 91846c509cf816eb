package ikat.studio.jobs;

import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.studio.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first bytes of each uploaded file while it comes: a file that is no picture fails
 * the request before the rest is read, unless the request says that such files are to be skipped.
 * Whoever reads the body gets a {@link Problem} as the cause.
 */
final class UploadedKinds extends Handler.Wrapper {

    private static final Pattern FILE_NAME =
            Pattern.compile("filename=\"?([^\";]*)", Pattern.CASE_INSENSITIVE);
    private static final int START_BYTES = 1024;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        boolean parts = type != null && Uploads.isMultipart(type);
        boolean strict = parts && !Uploads.skips(request.getHttpURI().getQuery());
        String boundary = strict ? MultiPart.extractBoundary(type) : null;
        return super.handle(
                boundary == null ? request : new Watched(request, boundary), response, callback);
    }

    /** A request whose body is parsed while it is read. */
    private static final class Watched extends Request.Wrapper
            implements MultiPart.Parser.Listener {

        private final MultiPart.Parser parser;
        private final ByteBuffer start = ByteBuffer.allocate(START_BYTES);
        private @Nullable String file; // name of the file that comes, until its kind is known
        private @Nullable Problem refusal;

        Watched(Request request, String boundary) {
            super(request);
            parser = new MultiPart.Parser(boundary, this);
        }

        @Override
        public Content.@Nullable Chunk read() {
            if (refusal != null) {
                return Content.Chunk.from(refusal, true);
            }
            Content.Chunk chunk = super.read();
            if (chunk != null && !Content.Chunk.isFailure(chunk)) {
                ByteBuffer bytes = chunk.getByteBuffer().asReadOnlyBuffer();
                parser.parse(Content.Chunk.from(bytes, chunk.isLast()));
            }
            if (chunk != null && refusal != null) {
                chunk.release();
                return Content.Chunk.from(refusal, true);
            }
            return chunk;
        }

        @Override
        public void onPartBegin() {
            start.clear();
            file = null;
        }

        @Override
        public void onPartHeader(String name, String value) {
            Matcher fileName = FILE_NAME.matcher(value);
            if (name.equalsIgnoreCase("Content-Disposition") && fileName.find()) {
                file = Uploads.safeName(fileName.group(1));
            }
        }

        @Override
        public void onPartContent(Content.Chunk content) {
            if (file != null) {
                ByteBuffer bytes = content.getByteBuffer();
                int taken = Math.min(start.remaining(), bytes.remaining());
                start.put(bytes.slice(bytes.position(), taken));
                if (!start.hasRemaining()) {
                    judge(file);
                }
            }
        }

        /** A file without content is refused in its turn. */
        @Override
        public void onPartEnd() {
            if (file != null && start.position() > 0) {
                judge(file);
            }
        }

        private void judge(String name) {
            file = null;
            byte[] bytes = new byte[start.position()];
            start.get(0, bytes);
            try {
                ImageFiles.requirePicture(name, bytes);
            } catch (ImageFormatException e) {
                refusal = Problem.badRequest(e.withoutFolders());
            } catch (IOException e) {
                throw new UncheckedIOException(e); // nothing is read but these bytes
            }
        }
    }
}
