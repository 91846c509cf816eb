package ikat.export;

import ikat.export.Levels.Place;
import ikat.io.AtomicFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stores each tile as a file. Files are synced to the disk before a state that counts on them is
 * saved, and before the picture is finished.
 */
abstract class TileFolder implements TileStore {

    /** The last bytes of a whole PNG (its IEND chunk) and of a whole JPEG (its EOI marker). */
    private static final byte[] PNG_END = {
        'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82
    };

    private static final byte[] JPEG_END = {(byte) 0xff, (byte) 0xd9};

    private final Set<Path> folders = new HashSet<>();
    private final List<Path> unsynced = new ArrayList<>();

    /** The file of a tile; its folder is created. */
    abstract Path path(Place place);

    @Override
    public void begin() throws IOException {
        discard();
    }

    @Override
    public void put(Place place, byte[] packed) throws IOException {
        Path file = path(place);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && folders.add(folder)) {
            Files.createDirectories(folder);
        }
        store(file, packed);
        unsynced.add(file);
    }

    /** Writes the file of a tile. */
    void store(Path file, byte[] packed) throws IOException {
        Files.write(file, packed);
    }

    /** The files are the state; each is checked when resuming. */
    @Override
    public void save(DataOutputStream state) throws IOException {
        sync();
    }

    @Override
    public void restore(DataInputStream saved) throws IOException {
        // Nothing was saved.
    }

    @Override
    public void check(Place place) throws IOException {
        Path file = path(place);
        if (!Files.exists(file)) {
            throw new IOException("the tile " + file + " of an earlier start is gone");
        }
        byte[] end = file.toString().endsWith("png") ? PNG_END : JPEG_END;
        byte[] found = new byte[end.length];
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - end.length));
            channel.read(ByteBuffer.wrap(found));
        }
        if (!Arrays.equals(found, end)) {
            throw new IOException("the tile " + file + " of an earlier start is cut off");
        }
    }

    /** Makes all tiles written so far survive a power cut, with their names. */
    final void sync() throws IOException {
        for (Path file : unsynced) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(false);
            }
        }
        unsynced.clear();
        folders.forEach(AtomicFile::forceFolder);
    }

    /** Syncs what was written; subclasses then give it its name. */
    @Override
    public void finish() throws IOException {
        sync();
    }

    @Override
    public void close() {
        // No file is open.
    }
}
