package ikat.studio.serve;

import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code GET /api/models/{m}/tiles/{z}/{x}/{y}.png}: tiles of endless planes.
 *
 * @param answers cached tiles
 */
public record TileRoutes(Planes planes, CachedAnswers answers) implements Feature {

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/models/{model}/tiles/{z}/{x}/{y}",
                context -> answer(context, address(context), context.pathParam("model")));
    }

    /**
     * Answers a request with a tile.
     *
     * @param id of the model, as given in the address
     */
    void answer(Context context, TileAddress address, String id) {
        Dependence on = planes.dependence(address, address.choice(), id);
        if (answers.notModified(context, on.key(), on.permanent())) {
            return;
        }
        OpenModel model = planes.models().get(address.model());
        planes.check(model, address.choice()); // what does not exist is refused at once
        answers.send(
                context,
                address.place().format().mediaType(),
                on.key(),
                () -> make(model, address));
    }

    TileAddress address(Context context) {
        return new TileAddress(
                planes.models().shelf().get(context.pathParam("model")),
                PlaneChoice.of(context),
                TilePlace.of(context));
    }

    private byte[] make(OpenModel model, TileAddress address) {
        TilePlace place = address.place();
        PixelSource plane = planes.level(model, address.choice(), place.level()).onOneThread();
        Pixels tile = Pixels.of(plane, place.region());
        planes.models().prepare(model); // whoever looks at tiles will zoom out
        for (ShelvedModel other : planes.others(address.choice())) {
            planes.models().prepare(planes.models().get(other));
        }
        return place.format().pack(tile);
    }

    /** All that a tile depends on. */
    record TileAddress(ShelvedModel model, PlaneChoice choice, TilePlace place) {}
}
