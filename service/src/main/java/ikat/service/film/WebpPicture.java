package ikat.service.film;

import ikat.image.Pixels;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** WebP encoder on FFmpeg's libwebp. Thread-safe. */
public final class WebpPicture implements AutoCloseable {

    private static final String ENCODER = "libwebp";
    private static final double QUALITY = 88;
    private static final int EFFORT = 2; // of 6: half the time of the default, 5 % more bytes
    private static final int CHANNELS = 4;

    private final AVCodecContext encoder;
    private final AVFrame frame;
    private final AVPacket packet;

    private WebpPicture(int width, int height) throws IOException {
        Ffmpeg.quiet();
        AVCodec found = avcodec.avcodec_find_encoder_by_name(ENCODER);
        encoder = avcodec.avcodec_alloc_context3(found);
        frame = avutil.av_frame_alloc();
        packet = avcodec.av_packet_alloc();
        boolean open = false;
        try {
            encoder.width(width).height(height).pix_fmt(avutil.AV_PIX_FMT_BGRA);
            encoder.time_base(avutil.av_make_q(1, 25));
            avutil.av_opt_set_double(encoder.priv_data(), "quality", QUALITY, 0);
            encoder.compression_level(EFFORT);
            Ffmpeg.check(
                    avcodec.avcodec_open2(
                            encoder, found, (org.bytedeco.javacpp.PointerPointer<?>) null),
                    "the WebP encoder cannot be opened");
            frame.format(avutil.AV_PIX_FMT_BGRA);
            frame.width(width).height(height);
            Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "there is no memory for a picture");
            open = true;
        } finally {
            if (!open) {
                close();
            }
        }
    }

    /** Encodes a picture of 1 or 3 channels as a WebP file. */
    public static byte[] pack(Pixels pixels) {
        try (WebpPicture picture = new WebpPicture(pixels.width(), pixels.height())) {
            return picture.encode(pixels.bytes(), pixels.channels());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] encode(byte[] pixels, int channels) throws IOException {
        int width = encoder.width();
        byte[] row = new byte[width * CHANNELS];
        BytePointer target = frame.data(0);
        for (int y = 0; y < encoder.height(); y++) {
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * channels;
                row[x * CHANNELS] = pixels[at + channels - 1];
                row[x * CHANNELS + 1] = pixels[at + channels / 2];
                row[x * CHANNELS + 2] = pixels[at];
                row[x * CHANNELS + 3] = (byte) 255;
            }
            target.position((long) y * frame.linesize(0)).put(row, 0, row.length);
        }
        Ffmpeg.check(avcodec.avcodec_send_frame(encoder, frame), "a picture cannot be encoded");
        Ffmpeg.check(
                avcodec.avcodec_receive_packet(encoder, packet), "a picture cannot be encoded");
        byte[] file = new byte[packet.size()];
        packet.data().get(file);
        return file;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(encoder);
    }
}
