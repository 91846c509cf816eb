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
import org.bytedeco.javacpp.PointerPointer;

/** WebP encoder on FFmpeg's libwebp. Thread-safe. */
public final class WebpPicture {

    private static final String ENCODER = "libwebp";
    private static final double QUALITY = 88;
    private static final int EFFORT = 2; // of 6: half the time of the default, 5 % more bytes
    private static final int CHANNELS = 4;

    private WebpPicture() {}

    /** Encodes a picture of 1 or 3 channels as a WebP file. */
    public static byte[] pack(Pixels pixels) {
        Ffmpeg.quiet();
        AVCodec found = avcodec.avcodec_find_encoder_by_name(ENCODER);
        AVCodecContext encoder = avcodec.avcodec_alloc_context3(found);
        AVFrame frame = avutil.av_frame_alloc();
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            encoder.width(pixels.width()).height(pixels.height()).pix_fmt(avutil.AV_PIX_FMT_BGRA);
            encoder.time_base(avutil.av_make_q(1, 25));
            avutil.av_opt_set_double(encoder.priv_data(), "quality", QUALITY, 0);
            encoder.compression_level(EFFORT);
            Ffmpeg.check(
                    avcodec.avcodec_open2(encoder, found, (PointerPointer<?>) null),
                    "the WebP encoder cannot be opened");
            frame.format(avutil.AV_PIX_FMT_BGRA);
            frame.width(pixels.width()).height(pixels.height());
            Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "there is no memory for a picture");
            fill(frame, pixels);
            Ffmpeg.check(avcodec.avcodec_send_frame(encoder, frame), "a picture cannot be encoded");
            Ffmpeg.check(
                    avcodec.avcodec_receive_packet(encoder, packet), "a picture cannot be encoded");
            byte[] file = new byte[packet.size()];
            packet.data().get(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(frame);
            avcodec.avcodec_free_context(encoder);
        }
    }

    private static void fill(AVFrame frame, Pixels picture) {
        byte[] pixels = picture.bytes();
        int channels = picture.channels();
        byte[] row = new byte[picture.width() * CHANNELS];
        BytePointer target = frame.data(0);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int at = (y * picture.width() + x) * channels;
                row[x * CHANNELS] = pixels[at + channels - 1];
                row[x * CHANNELS + 1] = pixels[at + channels / 2];
                row[x * CHANNELS + 2] = pixels[at];
                row[x * CHANNELS + 3] = (byte) 255;
            }
            target.position((long) y * frame.linesize(0)).put(row, 0, row.length);
        }
    }
}
