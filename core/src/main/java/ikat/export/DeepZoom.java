package ikat.export;

import ikat.export.Levels.Place;
import ikat.io.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writer of Deep Zoom images (Microsoft 2008): {@code NAME.dzi} beside a folder {@code NAME_files}
 * with one folder per level, level 0 being a single pixel. Written as files or as one zip archive.
 */
final class DeepZoom extends TileFolder {

    private final Path target;
    private final String name;
    private final Levels levels;
    private final String ending;
    private final boolean zip;
    private final Path folder;
    private Path undescribed; // folder of the tiles until the picture is finished

    /**
     * @param target a file that ends in .dzi, or in .zip for an archive
     * @param levels down to a single pixel
     * @param ending extension of the tiles: png or jpg
     */
    DeepZoom(Path target, Levels levels, String ending) {
        this.target = target;
        this.levels = levels;
        this.ending = ending;
        String file = target.getFileName().toString();
        this.zip = file.toLowerCase(Locale.ROOT).endsWith(".zip");
        String stem = file.substring(0, file.length() - 4);
        this.name =
                stem.toLowerCase(Locale.ROOT).endsWith(".dzi")
                        ? stem.substring(0, stem.length() - 4)
                        : stem;
        this.folder = target.resolveSibling(name + "_files.part");
        this.undescribed = folder;
    }

    @Override
    public void begin() throws IOException {
        requireNoTiles();
        super.begin();
    }

    /** Takes back the name of tiles whose description was not written. */
    @Override
    public void restore(DataInputStream saved) throws IOException {
        if (!zip && !Files.exists(folder) && !Files.exists(target) && Files.exists(tiles())) {
            Files.move(tiles(), folder, StandardCopyOption.ATOMIC_MOVE);
        }
        requireNoTiles();
    }

    private void requireNoTiles() throws IOException {
        if (!zip && Files.exists(tiles())) {
            throw new IOException(
                    "there is a folder " + tiles() + " already; delete it or choose another name");
        }
    }

    private Path tiles() {
        return target.resolveSibling(name + "_files");
    }

    @Override
    Path path(Place place) {
        int level = levels.count() - 1 - place.level();
        return folder.resolve(Integer.toString(level))
                .resolve(place.column() + "_" + place.row() + "." + ending);
    }

    private String description() {
        return new DeepZoomDescription(
                        levels.window().width(), levels.window().height(), levels.tile(), ending)
                .xml();
    }

    @Override
    public void finish() throws IOException {
        if (zip) {
            AtomicFile.write(target, this::pack);
            discard();
            return;
        }
        super.finish();
        Files.move(folder, tiles(), StandardCopyOption.ATOMIC_MOVE);
        undescribed = tiles();
        AtomicFile.write(target, file -> Files.writeString(file, description()));
    }

    /** Writes the archive; its entries are stored, as tiles are already compressed. */
    private void pack(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
                ZipOutputStream zipped = new ZipOutputStream(out)) {
            zipped.setMethod(ZipOutputStream.STORED);
            add(zipped, name + ".dzi", description().getBytes(StandardCharsets.UTF_8));
            for (Path level : sorted(folder)) {
                for (Path tile : sorted(level)) {
                    String entry =
                            name + "_files/" + level.getFileName() + "/" + tile.getFileName();
                    add(zipped, entry, Files.readAllBytes(tile));
                }
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    @Override
    public void discard() throws IOException {
        if (!Files.exists(undescribed)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(undescribed)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
