package ikat.service.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;

/**
 * A video read back.
 *
 * @param frames as {@code [height, width, 3]}
 */
record DecodedVideo(
        String codec, int width, int height, double seconds, int matrix, List<byte[]> frames) {

    static DecodedVideo of(Path file) throws IOException {
        AVFormatContext in = new AVFormatContext(null);
        Ffmpeg.check(
                avformat.avformat_open_input(in, file.toString(), null, (AVDictionary) null),
                "open");
        try {
            Ffmpeg.check(avformat.avformat_find_stream_info(in, (PointerPointer<?>) null), "find");
            AVStream stream = in.streams(0);
            return new DecodedVideo(
                    avcodec.avcodec_get_name(stream.codecpar().codec_id()).getString(),
                    stream.codecpar().width(),
                    stream.codecpar().height(),
                    in.duration() / 1e6,
                    stream.codecpar().color_space(),
                    decode(in, stream));
        } finally {
            avformat.avformat_close_input(in);
        }
    }

    private static List<byte[]> decode(AVFormatContext in, AVStream stream) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        AVCodecContext decoder =
                avcodec.avcodec_alloc_context3(
                        avcodec.avcodec_find_decoder(stream.codecpar().codec_id()));
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        try {
            Ffmpeg.check(
                    avcodec.avcodec_parameters_to_context(decoder, stream.codecpar()), "decoder");
            Ffmpeg.check(
                    avcodec.avcodec_open2(
                            decoder,
                            avcodec.avcodec_find_decoder(decoder.codec_id()),
                            (AVDictionary) null),
                    "decoder");
            while (avformat.av_read_frame(in, packet) >= 0) {
                Ffmpeg.check(avcodec.avcodec_send_packet(decoder, packet), "packet");
                avcodec.av_packet_unref(packet);
                receive(decoder, frame, frames);
            }
            avcodec.avcodec_send_packet(decoder, null);
            receive(decoder, frame, frames);
        } finally {
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(decoder);
        }
        return frames;
    }

    private static void receive(AVCodecContext decoder, AVFrame frame, List<byte[]> frames) {
        while (avcodec.avcodec_receive_frame(decoder, frame) >= 0) {
            frames.add(rgb(frame));
        }
    }

    /** The inverse of BT.709. */
    private static byte[] rgb(AVFrame frame) {
        byte[] rgb = new byte[frame.width() * frame.height() * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            int x = i % frame.width();
            int y = i / frame.width();
            double luma = ((value(frame, 0, x, y)) - 16) * 255 / 219.0;
            double blue = (value(frame, 1, x / 2, y / 2) - 128) * 255 / 224.0;
            double red = (value(frame, 2, x / 2, y / 2) - 128) * 255 / 224.0;
            rgb[3 * i] = level(luma + 1.5748 * red);
            rgb[3 * i + 1] = level(luma - 0.1873 * blue - 0.4681 * red);
            rgb[3 * i + 2] = level(luma + 1.8556 * blue);
        }
        return rgb;
    }

    private static int value(AVFrame frame, int plane, int x, int y) {
        return frame.data(plane).get((long) y * frame.linesize(plane) + x) & 255;
    }

    private static byte level(double value) {
        return (byte) Math.round(Math.max(0, Math.min(255, value)));
    }
}
