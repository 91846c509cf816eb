package ikat.lab.method;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.TextureNames;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.service.Rendering;
import ikat.service.Workshop;
import ikat.service.score.ModelTexture;
import ikat.text.TimeText;
import ikat.texture.Textures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A model that was trained before, with the detail that it shows by default. Preparing is opening
 * it: the time of its training is told, but not measured.
 *
 * @param file the model's file
 */
public record GivenModel(Path file, TextureModel model) implements TextureMethod {

    /** The name that a user types. */
    public static final String NAME = "model";

    /**
     * Reads a model.
     *
     * @throws ikat.model.ModelFormatException if the file holds none; the message is one sentence
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    public static GivenModel read(Path file) throws IOException {
        return new GivenModel(file, TextureModel.read(file));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Ikat, " + file.getFileName();
    }

    @Override
    public String source() {
        return "trained before for "
                + TimeText.format(model.provenance().trainingTime())
                + ", which is not counted";
    }

    @Override
    public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
        List<String> names = Textures.of(model).names();
        String own = TextureNames.of(List.of(exemplar.name())).get(0);
        if (names.size() > 1 && !names.contains(own)) {
            throw new IllegalArgumentException(
                    "%s has %d textures and none is called %s, as the picture is"
                            .formatted(file.getFileName(), names.size(), own));
        }
        effort.check();
        ModelTexture texture = ModelTexture.choose(model, null, Path.of(exemplar.name()), seed);
        Rendering rendering =
                Workshop.ofThisMachine().open(model, effort.threads(), Workshop.FASTEST);
        return new Opened(exemplar.name(), texture, rendering);
    }

    private record Opened(String name, ModelTexture texture, Rendering rendering)
            implements LearnedTexture {

        @Override
        public Growth growth() {
            return texture.model().spec().picturePixels() > 0 ? Growth.FIXED : Growth.ENDLESS;
        }

        @Override
        public Exemplar make(int width, int height, long seed) {
            int channels = texture.model().spec().colourChannels();
            LearnedTexture.checkSize(
                    width,
                    height,
                    (Integer.MAX_VALUE - 8) / channels,
                    ", and the picture must fit into an array");
            int only = texture.model().spec().picturePixels();
            PixelRegion window =
                    only > 0
                            ? new PixelRegion(0, 0, only, only)
                            : new PixelRegion(0, 0, width, height);
            return texture.candidates(name, rendering, window, Boundary.ENDLESS, List.of(seed))
                    .pictures()
                    .get(0);
        }

        @Override
        public void close() {
            rendering.close();
        }
    }
}
