package ikat.service.film;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;

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
            "profile=high:qmin=22:qmax=22",
            "movflags=+faststart"),
    /** Played by every browser; smaller files, slower. */
    VP9(
            "webm",
            AV_CODEC_ID_VP9,
            "libvpx-vp9",
            "crf=20:b=0:deadline=good:cpu-used=5:row-mt=1:threads=4:tile-columns=2",
            "");

    /** FFmpeg's name of the file format. */
    final String container;

    final int id;

    /** FFmpeg's name of the encoder. */
    final String encoder;

    /** Options of the encoder. */
    final String encoding;

    /** Options of the file format. */
    final String wrapping;

    VideoCodec(String container, int id, String encoder, String encoding, String wrapping) {
        this.container = container;
        this.id = id;
        this.encoder = encoder;
        this.encoding = encoding;
        this.wrapping = wrapping;
    }

    /** The bit rate to declare, as needed by the finest textures; 0 for none. */
    long bitRate(int width, int height, FrameRate rate) {
        return this == H264 ? Math.round(1.6 * width * height * rate.perSecond()) : 0;
    }
}
