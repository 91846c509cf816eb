package ikat.service.score;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.texture.Textures;
import java.util.List;
import java.util.Optional;

/** The picture that a texture was learned from, as far as the model holds it to weave from. */
public final class HeldPicture {

    private HeldPicture() {}

    /**
     * The picture of a texture.
     *
     * @param texture its name; empty for the first
     * @return nothing if the model holds no pictures, or for a mixture of textures
     */
    public static Optional<Pixels> of(TextureModel model, Optional<String> texture) {
        Weave weave = model.weave();
        if (weave == null) {
            return Optional.empty();
        }
        List<String> names = Textures.of(model).names();
        int index = texture.map(names::indexOf).orElse(0);
        if (index < 0 && model.spec().noise().globalChannels() > 0) {
            return Optional.empty();
        }
        List<Weave.Source> sources = weave.sources();
        return Optional.of(sources.get(Math.max(0, Math.min(index, sources.size() - 1))).picture());
    }

    /** The same to score pictures against. */
    public static Optional<Exemplar> exemplar(
            String name, TextureModel model, Optional<String> texture) {
        return of(model, texture).map(picture -> exemplar(name, picture));
    }

    private static Exemplar exemplar(String name, Pixels picture) {
        return Exemplar.rendered(
                name,
                new Source(picture),
                new PixelRegion(0, 0, picture.width(), picture.height()));
    }

    private record Source(Pixels picture) implements PixelSource {

        @Override
        public int channels() {
            return picture.channels();
        }

        @Override
        public byte[] render(PixelRegion region) {
            return picture.cut(
                            (int) region.left(),
                            (int) region.top(),
                            region.width(),
                            region.height())
                    .bytes();
        }
    }
}
