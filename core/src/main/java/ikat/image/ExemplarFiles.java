package ikat.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exemplars read from files on demand. The most recently used pictures are cached, at 8 or 16 bits
 * per value; the others are decoded again when needed.
 */
public final class ExemplarFiles implements Exemplars {

    private final List<PictureFile> files;
    private final long cacheBytes;
    private final int channels;
    private final Map<Integer, PackedExemplar> cache = new LinkedHashMap<>(16, 0.75f, true);
    private long cachedBytes;
    private long decoded;

    /** Exemplars with a cache of a quarter of the maximum Java heap. */
    public ExemplarFiles(List<PictureFile> files) {
        this(files, Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * Exemplars with a cache of the given size.
     *
     * @param files at least one
     * @param cacheBytes upper bound on the size of all cached pictures; the most recent one is
     *     always kept
     * @throws IllegalArgumentException if there is no file
     */
    public ExemplarFiles(List<PictureFile> files, long cacheBytes) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no picture to learn from; give at least one");
        }
        this.files = List.copyOf(files);
        this.cacheBytes = cacheBytes;
        this.channels = files.stream().mapToInt(f -> f.facts().channels()).max().orElse(1);
    }

    @Override
    public int size() {
        return files.size();
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public ExemplarFacts facts(int index) {
        return files.get(index).facts();
    }

    @Override
    public Exemplar get(int index) {
        return packed(index).exemplar().withChannels(channels);
    }

    @Override
    public void copySquare(int index, int x, int y, int side, float[] out, int offset) {
        packed(index).copySquare(channels, x, y, side, out, offset);
    }

    /** Number of times a file has been decoded so far. */
    synchronized long decoded() {
        return decoded;
    }

    /** Memory used by the cached pictures, in bytes. */
    synchronized long cachedBytes() {
        return cachedBytes;
    }

    private synchronized PackedExemplar packed(int index) {
        PackedExemplar kept = cache.get(index);
        if (kept != null) {
            return kept;
        }
        PackedExemplar read = decode(files.get(index));
        cache.put(index, read);
        cachedBytes += read.bytes();
        Iterator<PackedExemplar> oldest = cache.values().iterator();
        while (cachedBytes > cacheBytes && cache.size() > 1) {
            cachedBytes -= oldest.next().bytes();
            oldest.remove();
        }
        return read;
    }

    private PackedExemplar decode(PictureFile file) {
        try {
            if (!Files.exists(file.path())) {
                throw new ImageFormatException(
                        file.path(),
                        "has vanished since training began; put it back and continue with"
                                + " --resume");
            }
            Exemplar exemplar = file.reader().read(file.path());
            if (!exemplar.sha256().equals(file.facts().sha256())) {
                throw new ImageFormatException(
                        file.path(),
                        "has changed since training began; put the old one back and continue with"
                                + " --resume, or start over");
            }
            decoded++;
            return PackedExemplar.of(exemplar, file.facts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
