package ikat.service.film;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;

import java.util.Map;

/** Video codecs; all encoders are free of the GPL. */
enum VideoCodec {
    /**
     * Played by everything; encoded by OpenH264. A fixed quantiser keeps the grain of textures,
     * whereas a target bit rate does not.
     */
    H264(
            "mp4",
            AV_CODEC_ID_H264,
            "libopenh264",
            Map.of("profile", "high", "qmin", "22", "qmax", "22"),
            Map.of("movflags", "+faststart")),
    /** Played by every browser; smaller files, slower. */
    VP9(
            "webm",
            AV_CODEC_ID_VP9,
            "libvpx-vp9",
            Map.of(
                    "crf",
                    "20",
                    "b",
                    "0",
                    "deadline",
                    "good",
                    "cpu-used",
                    "5",
                    "row-mt",
                    "1",
                    "threads",
                    "4",
                    "tile-columns",
                    "2"),
            Map.of());

    private final String container;
    private final int id;
    private final String encoder;
    private final Map<String, String> encoding;
    private final Map<String, String> wrapping;

    VideoCodec(
            String container,
            int id,
            String encoder,
            Map<String, String> encoding,
            Map<String, String> wrapping) {
        this.container = container;
        this.id = id;
        this.encoder = encoder;
        this.encoding = encoding;
        this.wrapping = wrapping;
    }

    /** FFmpeg's name of the file format. */
    String container() {
        return container;
    }

    int id() {
        return id;
    }

    /** FFmpeg's name of the encoder. */
    String encoder() {
        return encoder;
    }

    /** The bit rate to declare, as needed by the finest textures; 0 for none. */
    long bitRate(int width, int height, FrameRate rate) {
        return this == H264 ? Math.round(1.6 * width * height * rate.perSecond()) : 0;
    }

    /** Options of the encoder. */
    Map<String, String> encoding() {
        return encoding;
    }

    /** Options of the file format. */
    Map<String, String> wrapping() {
        return wrapping;
    }
}
