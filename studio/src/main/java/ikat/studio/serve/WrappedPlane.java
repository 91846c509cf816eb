package ikat.studio.serve;

import ikat.image.PixelSource;
import ikat.noise.NoiseField;
import ikat.service.render.WrapFacts;
import ikat.service.render.WrapSize;
import ikat.texture.GlobalField;
import ikat.zoom.ZoomablePlane;

/**
 * A plane that repeats.
 *
 * @param choice of what is on it
 * @param field which texture stands where
 * @param size of one period
 */
public record WrappedPlane(OpenModel model, PlaneChoice choice, GlobalField field, WrapSize size) {

    /**
     * A plane whose period is a picture of a size; refuses at once what does not exist or does not
     * fit.
     *
     * @throws ikat.service.Refusal if the size is not of whole cells, naming the nearest that are
     * @throws IllegalArgumentException one sentence, if the field cannot be closed
     */
    public static WrappedPlane of(
            Planes planes, OpenModel model, PlaneChoice choice, WrapSize size) {
        GlobalField field = planes.field(model, choice);
        size.check("the size is");
        field.repeating(
                size.axes().across() ? (long) size.width() << size.level() : 0,
                size.axes().down() ? (long) size.height() << size.level() : 0);
        WrappedPlane plane = new WrappedPlane(model, choice, field, size);
        choice.kind().ifPresent(plane.zoomable()::checkMap);
        return plane;
    }

    /** The colours, or the map of the material that was chosen, at the level of the size. */
    public PixelSource pixels() {
        return Planes.shown(zoomable(), choice, size.level());
    }

    /**
     * What its certificate says besides what is measured.
     *
     * @param version of the program
     */
    public WrapFacts facts(String version) {
        return new WrapFacts(
                String.valueOf(model.shelved().file().getFileName()),
                model.model(),
                field.textures(),
                words(),
                choice.seed(),
                size,
                version);
    }

    /** The texture as requested, or as drawn by the seed. */
    private String words() {
        return choice.texture()
                .or(() -> choice.painted().map(map -> "map " + map))
                .orElse("random:" + choice.seed());
    }

    private ZoomablePlane zoomable() {
        NoiseField noise = new NoiseField(model.model(), choice.seed(), field, size.boundary());
        return ZoomablePlane.of(model.levels(), noise, Planes.detail(model, choice));
    }
}
