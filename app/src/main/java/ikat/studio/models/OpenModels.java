package ikat.studio.models;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.model.TextureModel;
import ikat.render.Generator;
import ikat.studio.web.Problem;
import ikat.zoom.ZoomLevels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Function;

/**
 * The models that were used last, open. Those that fell out are closed when nobody renders with
 * them any more, by the garbage collector. Safe for many threads.
 */
public final class OpenModels {

    private static final int MOST = 16;

    private final ModelShelf shelf;
    private final Function<TextureModel, Generator> opener;
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
        return open.get(shelf.get(id), this::open);
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
