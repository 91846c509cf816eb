package ikat.lab.figures;

import ikat.service.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder of pictures as data sets are unpacked: one folder a class, as in the Describable
 * Textures Dataset ({@code dtd/images/scaly}, Cimpoi et al. 2014), or all pictures together, as in
 * Oxford Flowers ({@code jpg}, Nilsback and Zisserman 2008).
 *
 * @param folder that holds the pictures, directly or below
 */
record DataSet(Path folder) {

    private static final int DEEPEST = 4;
    private static final int MOST_NAMED = 60;

    /**
     * The folders of classes.
     *
     * @param classes names of folders in any case; none for the whole data set
     * @throws Refusal if the data set or a class is not there
     */
    List<Path> folders(List<String> classes) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw Refusal.usage("--data is %s, but must be a folder of pictures", folder);
        }
        if (classes.isEmpty()) {
            return List.of(folder);
        }
        List<Path> all = all();
        List<Path> chosen = new ArrayList<>();
        for (String name : classes) {
            chosen.add(
                    all.stream()
                            .filter(path -> nameOf(path).equals(name.toLowerCase(Locale.ROOT)))
                            .findFirst()
                            .orElseThrow(() -> missing(name, all)));
        }
        return chosen;
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            return walk.filter(path -> !path.equals(folder) && Files.isDirectory(path))
                    .sorted()
                    .toList();
        }
    }

    private Refusal missing(String name, List<Path> all) {
        String there =
                String.join(", ", all.stream().map(DataSet::nameOf).limit(MOST_NAMED).toList());
        return Refusal.usage(
                "--class is %s, but %s has %s",
                name, folder, there.isEmpty() ? "no folders" : "the folders " + there);
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
