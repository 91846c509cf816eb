package ikat.image;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;

/**
 * The bytes of a picture file for a decoder, whose work it bounds: by the time of its thread, by
 * the reads that find nothing more, and by interrupts. Some decoders replace data that ends early
 * by zeros, one bit after the other, or go over all pixels for every thirty bytes, and would be at
 * work for hours.
 */
final class PictureStream extends FileImageInputStream {

    /** Reads beyond the end that the decoder of a whole file may make. */
    private static final int MOST_BEYOND_END = 256;

    private static final long NANOS = 5_000_000_000L;
    private static final long NANOS_PER_PIXEL = 300;

    /** Bytes read one by one between two looks at the time, which take a microsecond. */
    private static final int LOOK = 64;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String name;
    private final long begun = THREADS.getCurrentThreadCpuTime();
    private long nanos = NANOS;
    private int singleReads;
    private int beyondEnd;

    PictureStream(Path file) throws IOException {
        super(file.toFile());
        this.name = ImageFiles.nameOf(file);
    }

    /** Allows the time that a picture of some size needs. */
    void allow(long pixels) {
        nanos = NANOS + pixels * NANOS_PER_PIXEL;
    }

    @Override
    public int read() throws IOException {
        return checked(super.read(), ++singleReads % LOOK == 0);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return checked(super.read(bytes, offset, length), true);
    }

    private int checked(int read, boolean look) throws IOException {
        if (read < 0 && ++beyondEnd > MOST_BEYOND_END) {
            throw new ImageFormatException(
                    name, "is cut off: its data end too early; save it again");
        }
        if (look && THREADS.getCurrentThreadCpuTime() - begun > nanos) {
            throw new ImageFormatException(
                    name,
                    "takes more than %s s to decode; save it again as PNG"
                            .formatted(nanos / 1_000_000_000));
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("decoding " + name + " was interrupted");
        }
        return read;
    }
}
