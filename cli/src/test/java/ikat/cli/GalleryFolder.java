package ikat.cli;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.model.TextureModel;
import ikat.service.Workshop;
import ikat.text.FileSize;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder of models with thumbnails, and what is wrong with it. */
final class GalleryFolder {

    private static final int MOST_MODEL_BYTES = 4_000_000;
    private static final int MOST_THUMBNAIL_BYTES = 40_000;

    /** Mean over all samples, in levels of 255: what two engines may differ in, and more. */
    private static final double MOST_DIFFERENCE = 2;

    private final Path folder;
    private final Path scratch;
    private final List<String> readme;
    private final Cli cli = new Cli(Workshop.ofThisMachine());

    GalleryFolder(Path folder, Path scratch) throws IOException {
        this.folder = folder;
        this.scratch = scratch;
        readme = Files.readAllLines(folder.resolve("README.md"));
    }

    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> models = Files.newDirectoryStream(folder, "*.safetensors")) {
            for (Path model : models) {
                names.add(model.getFileName().toString().replace(".safetensors", ""));
            }
        }
        return names.stream().sorted().toList();
    }

    /** Rows of the table whose model is gone. */
    List<String> strayRows() throws IOException {
        List<String> names = names();
        return readme.stream()
                .filter(line -> line.startsWith("| ![") && !line.startsWith("| ![NAME]"))
                .filter(line -> names.stream().noneMatch(name -> line.startsWith(rowOf(name))))
                .toList();
    }

    /** What is wrong with a model, in words. */
    Optional<String> problem(String name) throws IOException {
        Path model = folder.resolve(name + ".safetensors");
        Path thumbnail = folder.resolve(name + ".jpg");
        TextureModel.read(model);
        if (Files.size(model) >= MOST_MODEL_BYTES) {
            return Optional.of("the model is too large");
        }
        if (!Files.exists(thumbnail) || Files.size(thumbnail) > MOST_THUMBNAIL_BYTES) {
            return Optional.of("the thumbnail is missing or too large");
        }
        String size = "| " + FileSize.of(model) + " |";
        if (readme.stream().noneMatch(row -> row.startsWith(rowOf(name)) && row.contains(size))) {
            return Optional.of("the table has no row " + rowOf(name) + " with " + size);
        }
        return ofThumbnail(name, thumbnail);
    }

    private static String rowOf(String name) {
        return "| ![" + name + "](" + name + ".jpg) | " + name + " |";
    }

    private Optional<String> ofThumbnail(String name, Path thumbnail) throws IOException {
        String start = "./ikat render gallery/" + name + ".safetensors ";
        String end = " -o gallery/" + name + ".jpg";
        Optional<String> command =
                readme.stream()
                        .filter(line -> line.startsWith(start) && line.endsWith(end))
                        .findFirst();
        if (command.isEmpty()) {
            return Optional.of("no command makes the thumbnail");
        }
        String options =
                command.get().substring(start.length(), command.get().length() - end.length());
        Path again = scratch.resolve(name + ".jpg");
        List<Object> words = new ArrayList<>(List.of("render"));
        words.add(folder.resolve(name + ".safetensors"));
        words.addAll(List.of(options.split(" ")));
        words.addAll(List.of("-o", again));
        Cli.Outcome outcome = cli.run(words.toArray());
        if (outcome.code() != 0) {
            return Optional.of(outcome.err());
        }
        double difference = difference(ImageFiles.read(thumbnail), ImageFiles.read(again));
        return difference <= MOST_DIFFERENCE
                ? Optional.empty()
                : Optional.of("the thumbnail shows something else: " + difference);
    }

    private static double difference(Exemplar a, Exemplar b) {
        if (a.width() != b.width() || a.height() != b.height()) {
            return Double.POSITIVE_INFINITY;
        }
        float[] first = a.withChannels(3).pixels();
        float[] second = b.withChannels(3).pixels();
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs(first[i] - second[i]) * 127.5;
        }
        return sum / first.length;
    }
}
