package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.io.IdleThreads;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that were used last, open. Those that fell out are closed when nobody renders with
 * them any more, by the garbage collector. Safe for many threads.
 */
public final class OpenModels {

    private static final Logger LOG = LoggerFactory.getLogger(OpenModels.class);
    private static final int MOST = 16;

    private final ModelShelf shelf;
    private final Function<TextureModel, Generator> opener;
    private final Executor background = IdleThreads.pool("studio-levels", 1);
    private final Set<ShelvedModel> prepared = ConcurrentHashMap.newKeySet();
    private final Cache<ShelvedModel, OpenModel> open =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * Models of a shelf.
     *
     * @param opener opens engines that many threads may use at a time
     */
    public OpenModels(ModelShelf shelf, Function<TextureModel, Generator> opener) {
        this.shelf = shelf;
        this.opener = opener;
    }

    /** Where the models lie. */
    public ModelShelf shelf() {
        return shelf;
    }

    /**
     * Opens a model, or gives the one that is open already.
     *
     * @param id as {@link ModelShelf#get}
     * @throws Problem 404 if there is none, 400 if it makes a single picture only
     */
    public OpenModel get(String id) {
        return get(shelf.get(id));
    }

    /**
     * Opens a model that was found on the shelf, or gives the one that is open already.
     *
     * @throws Problem 404 if it has gone, 400 if it makes a single picture only
     */
    public OpenModel get(ShelvedModel shelved) {
        return open.get(shelved, this::open);
    }

    /** All models; a file that is none is left out, so that it does not hide the others. */
    public List<OpenModel> all() {
        List<OpenModel> all = new ArrayList<>();
        for (ShelvedModel shelved : shelf.all()) {
            try {
                all.add(get(shelved));
            } catch (RuntimeException e) {
                LOG.info("{} is left out: {}", shelved.file(), e.getMessage());
            }
        }
        return all;
    }

    /** Fits a model's levels in the background, once, so that zooming out does not wait for it. */
    public void prepare(OpenModel model) {
        if (prepared.add(model.shelved())) {
            background.execute(() -> prepareNow(model));
        }
    }

    private void prepareNow(OpenModel model) {
        try {
            model.levels().prepare();
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn("the levels of {} are not prepared: {}", model.shelved().name(), e.toString());
        }
    }

    private OpenModel open(ShelvedModel shelved) {
        try {
            return new OpenModel(
                    shelved, ZoomLevels.ofAll(TextureModel.read(shelved.file()), opener));
        } catch (NoSuchFileException e) {
            throw Problem.notFound("the model " + shelved.name() + " has just gone");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
