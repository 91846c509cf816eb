package ikat.service.film;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Error codes of FFmpeg. */
final class Ffmpeg {

    private Ffmpeg() {}

    /** Silences FFmpeg's log; failures are thrown. */
    static void quiet() {
        av_log_set_level(AV_LOG_QUIET);
    }

    /**
     * Returns an answer unless it is a failure.
     *
     * @param what could not be done, for the message
     * @throws IOException with the reason in FFmpeg's words
     */
    static int check(int answer, String what) throws IOException {
        if (answer >= 0) {
            return answer;
        }
        byte[] text = new byte[256];
        av_strerror(answer, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        String reason = new String(text, 0, end, StandardCharsets.UTF_8);
        throw new IOException(what + ": " + reason.toLowerCase(Locale.ROOT));
    }
}
