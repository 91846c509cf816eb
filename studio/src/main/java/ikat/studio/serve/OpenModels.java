package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.io.Workers;
import ikat.model.TextureModel;
import ikat.render.Generator;
import ikat.studio.web.Problem;
import ikat.zoom.ZoomLevels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cache of open models. A model that is evicted is closed by the garbage collector once nothing
 * renders with it. Thread-safe.
 */
public final class OpenModels {

    private static final Logger LOG = LoggerFactory.getLogger(OpenModels.class);
    private static final int MAX_OPEN = 16;
    private static final int MAX_SUMMARIES = 10_000;
    private static final int LOOK_MILLIS = 100;

    private final ModelShelf shelf;
    private final Function<TextureModel, Generator> opener;
    private final BooleanSupplier busy;
    private final Executor background = new Workers("studio-levels", 1);
    private final Set<ShelvedModel> prepared = ConcurrentHashMap.newKeySet();
    private final Cache<ShelvedModel, OpenModel> open =
            Caffeine.newBuilder().maximumSize(MAX_OPEN).build();

    private final Cache<ShelvedModel, ModelSummary> summaries =
            Caffeine.newBuilder().maximumSize(MAX_SUMMARIES).build();

    /**
     * Models of a shelf.
     *
     * @param opener opens thread-safe engines
     * @param busy whether clients wait for other work, which comes before preparations
     */
    public OpenModels(
            ModelShelf shelf, Function<TextureModel, Generator> opener, BooleanSupplier busy) {
        this.shelf = shelf;
        this.opener = opener;
        this.busy = busy;
    }

    /** The files. */
    public ModelShelf shelf() {
        return shelf;
    }

    /**
     * Opens a model, unless it is open.
     *
     * @param id as in {@link ModelShelf#get}
     * @throws Problem 404 if there is none
     */
    public OpenModel get(String id) {
        return get(shelf.get(id));
    }

    /**
     * Opens a model of the shelf, unless it is open.
     *
     * @throws Problem 404 if its file has been deleted
     */
    public OpenModel get(ShelvedModel shelved) {
        return open.get(shelved, this::open);
    }

    /**
     * All models in the order of the shelf, without opening them. Each file is read once; those
     * that cannot be read are logged and skipped.
     */
    public List<ModelSummary> summaries() {
        List<ModelSummary> all = new ArrayList<>();
        for (ShelvedModel shelved : shelf.all()) {
            try {
                all.add(summaries.get(shelved, key -> ModelSummary.of(key, read(key))));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                LOG.info("{} is left out: {}", shelved.file(), e.toString());
            }
        }
        return all;
    }

    /** Prepares a model's levels in the background, once, so that zooming out does not wait. */
    public void prepare(OpenModel model) {
        if (prepared.add(model.shelved())) {
            background.execute(() -> prepareNow(model));
        }
    }

    private void prepareNow(OpenModel model) {
        try {
            model.levels().prepare(this::awaitLeisure);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn("the levels of {} are not prepared: {}", model.shelved().name(), e.toString());
        }
    }

    /**
     * Waits while clients wait: they would get their tiles late for levels they may not look at.
     */
    private void awaitLeisure() {
        try {
            while (busy.getAsBoolean()) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the studio ends");
        }
    }

    private OpenModel open(ShelvedModel shelved) {
        return new OpenModel(shelved, ZoomLevels.ofAll(read(shelved), opener));
    }

    private static TextureModel read(ShelvedModel shelved) {
        try {
            return TextureModel.read(shelved.file());
        } catch (NoSuchFileException e) {
            throw Problem.notFound("the model " + shelved.name() + " has just gone");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
