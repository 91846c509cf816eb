package ikat.service.train;

import ikat.material.GltfMaterial;
import ikat.service.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that a training leaves; all lie in one folder.
 *
 * @param model the trained texture
 * @param rendering a picture made from it
 * @param report the page about the training
 * @param preview what has been learned so far, while training
 * @param checkpoint the state to resume from
 */
public record OutputFiles(Path model, Path rendering, Path report, Path preview, Path checkpoint) {

    /** File extension of models. */
    public static final String MODEL_ENDING = ".safetensors";

    private static final String OURS = "-ikat.png";

    /**
     * Names the files. None is one of the pictures; inside a folder of pictures, those that are
     * pictures themselves end in {@code -ikat.png}.
     *
     * @param output the model's file or an existing folder, or null for the name of the first
     *     picture or folder, in the current folder
     * @param pictures what to learn from, files and folders
     * @throws Refusal if the name is not valid for a model
     */
    public static OutputFiles of(@Nullable Path output, List<Path> pictures) {
        Path model = model(output, nameOf(pictures.get(0)));
        String base = withoutEnding(model);
        return new OutputFiles(
                model,
                free(model.resolveSibling(base + ".png"), pictures),
                model.resolveSibling(base + ".html"),
                free(model.resolveSibling(base + "-preview.png"), pictures),
                model.resolveSibling(base + ".checkpoint"));
    }

    /** All of them. */
    public List<Path> all() {
        return List.of(model, rendering, report, preview, checkpoint);
    }

    /** Those that are pictures. */
    public List<Path> pictures() {
        return List.of(rendering, preview);
    }

    /** Where an older checkpoint is kept. */
    public Path oldCheckpoint() {
        return checkpoint.resolveSibling(checkpoint.getFileName() + ".old");
    }

    /**
     * Checks the name of a model's file.
     *
     * @throws Refusal if it does not end as those of models do
     */
    public static void checkModel(Path output) {
        if (!output.toString().endsWith(MODEL_ENDING)) {
            throw noModel(output);
        }
    }

    private static Refusal noModel(Path output) {
        return Refusal.usage(
                "--output is %s, but a model's file must end in %s", output, MODEL_ENDING);
    }

    private static Path model(@Nullable Path output, String pictureBase) {
        if (output == null) {
            return Path.of(pictureBase + MODEL_ENDING);
        }
        if (Files.isDirectory(output)) {
            return output.resolve(pictureBase + MODEL_ENDING);
        }
        String name = fileName(output);
        if (name.endsWith(MODEL_ENDING) && name.length() > MODEL_ENDING.length()) {
            return output;
        }
        if (name.isEmpty() || name.contains(".")) {
            throw noModel(output);
        }
        return output.resolveSibling(name + MODEL_ENDING);
    }

    private static String nameOf(Path picture) {
        if (!Files.isDirectory(picture)) {
            return baseName(picture);
        }
        String name = fileName(picture.toAbsolutePath().normalize());
        return name.isEmpty() ? "textures" : name;
    }

    /** A file's name without folder and ending. */
    public static String baseName(Path file) {
        String name = fileName(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String withoutEnding(Path model) {
        String name = fileName(model);
        return name.substring(0, name.length() - MODEL_ENDING.length());
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static Path free(Path wanted, List<Path> pictures) {
        Path candidate = wanted;
        while (isOneOf(candidate, pictures)) {
            candidate = candidate.resolveSibling(baseName(candidate) + OURS);
        }
        return candidate;
    }

    private static boolean isOneOf(Path file, List<Path> pictures) {
        for (Path picture : pictures) {
            if (same(file, picture) || inside(file, folderOf(picture))) {
                return true;
            }
        }
        return false;
    }

    /** The folder that may hold pictures of an argument: a glTF file refers to those around it. */
    private static Path folderOf(Path argument) {
        Path parent = argument.toAbsolutePath().getParent();
        return GltfMaterial.isName(argument) && parent != null ? parent : argument;
    }

    /** Whether a file whose name does not show that it is ours would lie among the pictures. */
    private static boolean inside(Path file, Path folder) {
        Path parent = file.toAbsolutePath().getParent();
        if (fileName(file).endsWith(OURS) || parent == null || !Files.isDirectory(folder)) {
            return false;
        }
        try {
            return parent.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false; // a missing folder is reported later
        }
    }

    private static boolean same(Path a, Path b) {
        try {
            if (Files.exists(a) && Files.exists(b)) {
                return Files.isSameFile(a, b);
            }
        } catch (IOException e) {
            return true; // when in doubt, never write over a picture
        }
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
}
