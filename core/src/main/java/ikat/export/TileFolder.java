package ikat.export;

import ikat.export.Levels.Place;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Stores each tile as a file. */
final class TileFolder implements TileStore {

    /** A final action on the tiles. */
    @FunctionalInterface
    interface Ending {

        void run() throws IOException;
    }

    private final Function<Place, Path> names;
    private final Ending finish;
    private final Ending discard;
    private final Set<Path> folders = new HashSet<>();
    private String last = "";

    /**
     * Creates a store whose tiles are written to their final names.
     *
     * @param names where each tile goes; folders are created
     */
    TileFolder(Function<Place, Path> names) {
        this(names, () -> {}, () -> {});
    }

    /**
     * @param names where each tile goes; folders are created
     * @param finish moves the finished tiles to their target
     * @param discard deletes the tiles
     */
    TileFolder(Function<Place, Path> names, Ending finish, Ending discard) {
        this.names = names;
        this.finish = finish;
        this.discard = discard;
    }

    @Override
    public void begin() throws IOException {
        discard.run();
    }

    @Override
    public void put(Place place, byte[] packed) throws IOException {
        Path file = names.apply(place);
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
    public void finish() throws IOException {
        finish.run();
    }

    @Override
    public void discard() throws IOException {
        discard.run();
    }

    @Override
    public void close() {
        // No file is open.
    }
}
