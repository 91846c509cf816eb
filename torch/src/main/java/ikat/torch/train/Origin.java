package ikat.torch.train;

import ikat.model.Provenance;
import ikat.train.TrainingJob;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bytedeco.pytorch.global.torch;

/** Makes the provenance of a trained model. */
public final class Origin {

    private Origin() {}

    public static Provenance of(TrainingJob job, long steps, Duration time) {
        List<Provenance.Picture> pictures =
                job.exemplars().facts().stream()
                        .map(
                                e ->
                                        new Provenance.Picture(
                                                e.name(), e.sha256(), e.width(), e.height()))
                        .toList();
        return new Provenance(
                pictures,
                version(Origin.class),
                "libtorch " + version(torch.class) + ", cpu",
                System.getProperty("java.version", "unknown"),
                job.plan().seed(),
                steps,
                time,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                job.licenceNote());
    }

    private static String version(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
