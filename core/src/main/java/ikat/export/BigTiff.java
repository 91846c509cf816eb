package ikat.export;

import ikat.export.Levels.Place;
import ikat.image.Depth;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writer of tiled, multi-resolution BigTIFF files: tiles in order of arrival, then one directory
 * per level, the largest first, the others marked as reduced-resolution versions. Viewers and GIS
 * programs recognise this as a pyramid or as overviews (TIFF 6.0, section 15; BigTIFF design, Aware
 * Systems 2007).
 */
final class BigTiff implements TileStore {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int TEXT = 2;
    private static final int LONG8 = 16;
    private static final int HEADER_BYTES = 16;
    private static final int ENTRY_BYTES = 20;
    private static final int ADOBE_DEFLATE = 8;
    private static final int SMALLER_VERSION = 1;
    private static final int DIFFERENCES = 2;
    private static final int UNSIGNED = 1;
    private static final int FLOATING_POINT = 3;

    private record Entry(int tag, int type, long[] values) {}

    private final Levels levels;
    private final int channels;
    private final Depth depth;
    private final List<long[]> offsets = new ArrayList<>();
    private final List<int[]> sizes = new ArrayList<>();
    private final Part part;

    BigTiff(Levels levels, int channels, Depth depth, Path target) throws IOException {
        this.levels = levels;
        this.channels = channels;
        this.depth = depth;
        for (int level = 0; level < levels.count(); level++) {
            int tiles = Math.multiplyExact(levels.columns(level), levels.rows(level));
            offsets.add(new long[tiles]);
            sizes.add(new int[tiles]);
        }
        this.part = Part.open(target);
    }

    private static byte[] header(long firstDirectory) {
        return little(HEADER_BYTES)
                .put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 43)
                .putShort((short) Long.BYTES)
                .putShort((short) 0)
                .putLong(firstDirectory)
                .array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void begin() throws IOException {
        part.cutTo(0);
        part.append(header(0));
    }

    @Override
    public void put(Place place, byte[] packed) throws IOException {
        int index = place.row() * levels.columns(place.level()) + place.column();
        offsets.get(place.level())[index] = part.length();
        sizes.get(place.level())[index] = packed.length;
        part.append(packed);
        if (part.length() % 2 == 1) {
            part.append(new byte[1]); // TIFF offsets are even
        }
    }

    @Override
    public void save(DataOutputStream state) throws IOException {
        part.force();
        state.writeLong(part.length());
        for (int level = 0; level < levels.count(); level++) {
            for (int i = 0; i < offsets.get(level).length; i++) {
                state.writeLong(offsets.get(level)[i]);
                state.writeInt(sizes.get(level)[i]);
            }
        }
    }

    @Override
    public void restore(DataInputStream saved) throws IOException {
        long length = saved.readLong();
        for (int level = 0; level < levels.count(); level++) {
            for (int i = 0; i < offsets.get(level).length; i++) {
                offsets.get(level)[i] = saved.readLong();
                sizes.get(level)[i] = saved.readInt();
                check(offsets.get(level)[i], sizes.get(level)[i], length);
            }
        }
        part.cutTo(length);
    }

    private static void check(long offset, int size, long length) throws IOException {
        if (offset < 0 || size < 0 || offset > length - size) {
            throw Resume.damaged();
        }
    }

    @Override
    public void finish() throws IOException {
        long next = 0;
        for (int level = levels.count() - 1; level >= 0; level--) {
            next = appendDirectory(level, next);
        }
        part.overwrite(0, header(next));
        part.finish();
    }

    /** Appends the directory of a level and returns its offset. */
    private long appendDirectory(int level, long next) throws IOException {
        List<Entry> entries = entries(level);
        List<Long> places = new ArrayList<>();
        for (Entry entry : entries) {
            byte[] values = bytes(entry);
            places.add(part.length());
            if (values.length > Long.BYTES) {
                part.append(values);
            }
        }
        long start = part.length();
        ByteBuffer directory = little(Long.BYTES + entries.size() * ENTRY_BYTES + Long.BYTES);
        directory.putLong(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            directory.putShort((short) entry.tag()).putShort((short) entry.type());
            directory.putLong(entry.values().length);
            byte[] values = bytes(entry);
            if (values.length > Long.BYTES) {
                directory.putLong(places.get(i));
            } else {
                directory.put(values).put(new byte[Long.BYTES - values.length]);
            }
        }
        part.append(directory.putLong(next).array());
        return start;
    }

    private List<Entry> entries(int level) {
        long[] bits = new long[channels];
        Arrays.fill(bits, 8L * depth.bytes());
        long[] formats = new long[channels];
        Arrays.fill(formats, depth == Depth.FLOAT ? FLOATING_POINT : UNSIGNED);
        long[] tileSizes = Arrays.stream(sizes.get(level)).asLongStream().toArray();
        return List.of(
                entry(254, LONG, level == 0 ? 0 : SMALLER_VERSION),
                entry(256, LONG, levels.width(level)),
                entry(257, LONG, levels.height(level)),
                entry(258, SHORT, bits),
                entry(259, SHORT, ADOBE_DEFLATE),
                entry(262, SHORT, channels == 1 ? 1 : 2), // BlackIsZero or RGB
                entry(277, SHORT, channels),
                entry(284, SHORT, 1), // interleaved channels
                entry(305, TEXT, "Ikat\0".chars().asLongStream().toArray()),
                entry(317, SHORT, depth == Depth.EIGHT ? DIFFERENCES : 1),
                entry(322, SHORT, levels.tile()),
                entry(323, SHORT, levels.tile()),
                entry(324, LONG8, offsets.get(level)),
                entry(325, LONG, tileSizes),
                entry(339, SHORT, formats));
    }

    private static Entry entry(int tag, int type, long... values) {
        return new Entry(tag, type, values);
    }

    private static byte[] bytes(Entry entry) {
        int each =
                switch (entry.type()) {
                    case TEXT -> 1;
                    case SHORT -> Short.BYTES;
                    case LONG -> Integer.BYTES;
                    default -> Long.BYTES;
                };
        ByteBuffer bytes = little(Math.multiplyExact(each, entry.values().length));
        for (long value : entry.values()) {
            switch (each) {
                case 1 -> bytes.put((byte) value);
                case Short.BYTES -> bytes.putShort((short) value);
                case Integer.BYTES -> bytes.putInt((int) value);
                default -> bytes.putLong(value);
            }
        }
        return bytes.array();
    }

    @Override
    public void discard() throws IOException {
        part.discard();
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
