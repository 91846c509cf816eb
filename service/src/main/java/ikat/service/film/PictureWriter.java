package ikat.service.film;

import ikat.image.ImageFiles;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes frames as numbered PNG pictures. They are gathered in a folder beside their place and
 * moved there at the end, so that a film appears whole or not at all.
 */
final class PictureWriter implements FrameWriter {

    private final NumberedName name;
    private final Path gathering;
    private final int width;
    private final List<Path> written = new ArrayList<>();

    PictureWriter(NumberedName name, int width) throws IOException {
        this.name = name;
        this.width = width;
        Path beside = name.folder().toAbsolutePath().getParent();
        if (beside == null || Files.isDirectory(name.folder())) {
            beside = name.folder();
        }
        gathering =
                beside.resolve(".part-" + ProcessHandle.current().pid() + "-" + name.hashCode());
        Files.createDirectories(gathering);
        gathering.toFile().deleteOnExit();
    }

    @Override
    public void add(byte[] rgb) throws IOException {
        Path file = gathering.resolve(name.of(written.size()));
        file.toFile().deleteOnExit(); // runs after every shutdown hook, also on Ctrl-C
        written.add(file);
        try {
            ImageFiles.write(image(rgb, width), file);
        } catch (IOException e) {
            String place = name.folder().resolve(file.getFileName()).toString();
            throw new IOException(
                    String.valueOf(e.getMessage()).replace(file.toString(), place), e);
        }
    }

    @Override
    public void end() throws IOException {
        Files.createDirectories(name.folder());
        for (Path file : written) {
            Path target = name.folder().resolve(file.getFileName());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(gathering);
    }

    /** A frame as an image. */
    static RenderedImage image(byte[] rgb, int width) {
        ComponentColorModel colours =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        false,
                        false,
                        Transparency.OPAQUE,
                        DataBuffer.TYPE_BYTE);
        return new BufferedImage(
                colours,
                Raster.createInterleavedRaster(
                        new DataBufferByte(rgb, rgb.length),
                        width,
                        rgb.length / 3 / width,
                        3 * width,
                        3,
                        new int[] {0, 1, 2},
                        new Point(0, 0)),
                false,
                null);
    }
}
