package ikat.export;

import ikat.export.Levels.Place;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Stores each tile as a file. */
abstract class TileFolder implements TileStore {

    private final Set<Path> folders = new HashSet<>();
    private String last = "";

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
        Files.write(file, packed);
        last = file.toString();
    }

    /** The files are the state; the last one is checked when resuming. */
    @Override
    public void save(DataOutputStream state) throws IOException {
        state.writeUTF(last);
    }

    @Override
    public void restore(DataInputStream saved) throws IOException {
        last = saved.readUTF();
        if (!Files.exists(Path.of(last))) {
            throw new IOException("the tile " + last + " of an earlier start is gone");
        }
    }

    @Override
    public void close() {
        // No file is open.
    }
}
