package ikat.model;

import ikat.text.Checks;
import ikat.text.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Origin of a model: enough to reproduce it and to know which pictures it was trained on. Holds no
 * path and no name of a machine or person.
 *
 * @param pictures training pictures
 * @param ikatVersion version of this program, such as {@code 0.1.0}
 * @param engine compute engine, such as {@code libtorch 2.10.0, cpu}
 * @param javaVersion such as {@code 17.0.15}
 * @param seed training seed
 * @param steps training steps of the generator, at least 0
 * @param trainingTime duration of the training, not negative
 * @param created when the training ended
 * @param licenceNote the picture owner's terms for using the model, or null
 */
public record Provenance(
        List<Picture> pictures,
        String ikatVersion,
        String engine,
        String javaVersion,
        long seed,
        long steps,
        Duration trainingTime,
        Instant created,
        @Nullable String licenceNote) {

    private static final Duration LONGEST = Duration.ofDays(36_525);

    public Provenance {
        pictures = Checks.copy("pictures", pictures);
        Checks.present("ikatVersion", ikatVersion);
        Checks.present("engine", engine);
        Checks.present("javaVersion", javaVersion);
        Checks.range("steps", steps, 0, Long.MAX_VALUE);
        if (Checks.present("trainingTime", trainingTime).isNegative()) {
            throw new IllegalArgumentException(
                    "trainingTime is " + trainingTime + ", but must not be negative");
        }
        if (trainingTime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "trainingTime is " + trainingTime + ", but must be at most a hundred years");
        }
        Checks.present("created", created);
    }

    /**
     * A picture that a model was trained on.
     *
     * @param name the file name; folders in front of it are dropped
     * @param sha256 SHA-256 of the file's bytes, 64 hexadecimal digits in lower case
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    public record Picture(String name, String sha256, int width, int height) {

        public Picture {
            Checks.present("name of a picture", name);
            name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            if (!Checks.present("sha256", sha256).matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(
                        "sha256 is %s, but must be 64 hexadecimal digits in lower case"
                                .formatted(Excerpt.of(sha256)));
            }
            Checks.range("width of a picture", width, 1, Integer.MAX_VALUE);
            Checks.range("height of a picture", height, 1, Integer.MAX_VALUE);
        }
    }
}
