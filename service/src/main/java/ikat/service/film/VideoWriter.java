package ikat.service.film;

import ikat.image.Pixels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a video through FFmpeg. Loads only FFmpeg's self-contained libraries: the one for devices
 * needs a sound system and a display, which a server lacks.
 */
final class VideoWriter implements FrameWriter {

    private final VideoCodec codec;
    private final int width;
    private final int height;
    private final FrameRate rate;
    private final BytePointer url;
    private final AVFormatContext file;
    private final AVCodecContext encoder;
    private final AVFrame frame;
    private final AVPacket packet;
    private final AVStream stream;
    private long count;

    /**
     * Opens a video whose frames have even sides.
     *
     * @param target created or overwritten
     */
    VideoWriter(VideoCodec codec, Path target, int width, int height, FrameRate rate)
            throws IOException {
        Ffmpeg.quiet();
        this.codec = codec;
        this.width = width;
        this.height = height;
        this.rate = rate;
        file = new AVFormatContext(null);
        this.url = new BytePointer("file:" + target, StandardCharsets.UTF_8);
        try (BytePointer container = new BytePointer(codec.container, StandardCharsets.UTF_8)) {
            Ffmpeg.check(
                    avformat.avformat_alloc_output_context2(file, null, container, url),
                    "the video cannot be started");
        }
        AVCodec found = avcodec.avcodec_find_encoder_by_name(codec.encoder);
        encoder = avcodec.avcodec_alloc_context3(found);
        frame = avutil.av_frame_alloc();
        packet = avcodec.av_packet_alloc();
        stream = avformat.avformat_new_stream(file, null);
        boolean open = false;
        try {
            openEncoder(found);
            openFile();
            allocateFrame();
            open = true;
        } finally {
            if (!open) {
                close();
            }
        }
    }

    private void openEncoder(AVCodec found) throws IOException {
        encoder.codec_id(codec.id);
        encoder.width(width);
        encoder.height(height);
        encoder.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        encoder.time_base(avutil.av_make_q(rate.seconds(), rate.frames()));
        encoder.framerate(avutil.av_make_q(rate.frames(), rate.seconds()));
        encoder.bit_rate(codec.bitRate(width, height, rate));
        encoder.gop_size(Math.max(1, (int) Math.round(2 * rate.perSecond())));
        encoder.color_range(avutil.AVCOL_RANGE_MPEG);
        encoder.colorspace(avutil.AVCOL_SPC_BT709);
        encoder.color_primaries(avutil.AVCOL_PRI_BT709);
        encoder.color_trc(avutil.AVCOL_TRC_BT709);
        encoder.chroma_sample_location(avutil.AVCHROMA_LOC_LEFT);
        if ((file.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0) {
            encoder.flags(encoder.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        AVDictionary options = options(codec.encoding);
        int answer = avcodec.avcodec_open2(encoder, found, options);
        avutil.av_dict_free(options);
        Ffmpeg.check(answer, "the video encoder " + codec.encoder + " cannot be opened");
        stream.time_base(encoder.time_base());
        stream.avg_frame_rate(encoder.framerate());
        Ffmpeg.check(
                avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder),
                "the video cannot be started");
    }

    private void openFile() throws IOException {
        AVIOContext out = new AVIOContext(null);
        Ffmpeg.check(avformat.avio_open(out, url, avformat.AVIO_FLAG_WRITE), "it cannot be opened");
        file.pb(out);
        AVDictionary options = options(codec.wrapping);
        int answer = avformat.avformat_write_header(file, options);
        avutil.av_dict_free(options);
        Ffmpeg.check(answer, "the video cannot be started");
    }

    private void allocateFrame() throws IOException {
        frame.format(avutil.AV_PIX_FMT_YUV420P);
        frame.width(width);
        frame.height(height);
        frame.color_range(avutil.AVCOL_RANGE_MPEG);
        frame.colorspace(avutil.AVCOL_SPC_BT709);
        Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "there is no memory for a frame");
    }

    @Override
    public void add(Pixels picture) throws IOException {
        YuvFrame yuv = YuvFrame.of(picture);
        Ffmpeg.check(avutil.av_frame_make_writable(frame), "there is no memory for a frame");
        fill(0, yuv.y(), width);
        fill(1, yuv.u(), width / 2);
        fill(2, yuv.v(), width / 2);
        frame.pts(count++);
        frame.duration(1);
        encode(frame);
    }

    private void fill(int plane, byte[] values, int rowBytes) {
        BytePointer target = frame.data(plane);
        int stride = frame.linesize(plane);
        for (int row = 0; row < values.length / rowBytes; row++) {
            target.position((long) row * stride).put(values, row * rowBytes, rowBytes);
        }
    }

    /** Sends a frame, or null for the end, and writes what comes out. */
    private void encode(@Nullable AVFrame sent) throws IOException {
        Ffmpeg.check(avcodec.avcodec_send_frame(encoder, sent), "a frame cannot be encoded");
        while (true) {
            int answer = avcodec.avcodec_receive_packet(encoder, packet);
            if (answer == avutil.AVERROR_EAGAIN() || answer == avutil.AVERROR_EOF()) {
                return;
            }
            Ffmpeg.check(answer, "a frame cannot be encoded");
            packet.stream_index(stream.index());
            packet.duration(1);
            avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            Ffmpeg.check(
                    avformat.av_interleaved_write_frame(file, packet), "a frame cannot be written");
            // A full disk shows when the buffer is written, which may be long after the frame.
            Ffmpeg.check(file.pb().error(), "a frame cannot be written");
        }
    }

    @Override
    public void end() throws IOException {
        encode(null);
        Ffmpeg.check(avformat.av_write_trailer(file), "the video cannot be completed");
        AVIOContext out = file.pb();
        file.pb(null);
        Ffmpeg.check(avformat.avio_close(out), "the video cannot be completed");
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(encoder);
        if (file.pb() != null && !file.pb().isNull()) {
            avformat.avio_close(file.pb());
        }
        avformat.avformat_free_context(file);
        url.close();
    }

    private static AVDictionary options(String values) throws IOException {
        AVDictionary options = new AVDictionary(null);
        int answer = avutil.av_dict_parse_string(options, values, "=", ":", 0);
        Ffmpeg.check(answer, "the options " + values + " cannot be read");
        return options;
    }
}
