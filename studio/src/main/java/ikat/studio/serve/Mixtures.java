package ikat.studio.serve;

import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.zoom.ZoomLevels;
import java.util.List;

/** Which two textures of a model mix best: what is half of each is no mud. */
final class Mixtures {

    private static final int MOST_TEXTURES = 9; // 36 pairs, a third of a second
    private static final int SIDE = 128;
    private static final long SEED = 1;

    private Mixtures() {}

    /**
     * Two textures and their mixture.
     *
     * @param textures the names of both
     * @param kept the share of their contrast, or of that of neighbouring pixels if it is smaller,
     *     that the network's picture of half of each has, from 0 to 1
     */
    record Mixture(List<String> textures, double kept) {}

    /** The pair of which most is kept, among the first nine textures of a model. */
    static Mixture best(ZoomLevels levels) {
        TextureModel model = levels.model();
        Textures known = Textures.of(model);
        List<String> names = known.names();
        List<GlobalVector> codes = known.all();
        int count = Math.min(MOST_TEXTURES, names.size());
        Generator generator = levels.generator().onOneThread();
        List<Figures> alone =
                codes.subList(0, count).stream()
                        .map(code -> Figures.of(model, generator, code))
                        .toList();
        Mixture best = new Mixture(names.subList(0, 2), 0);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                GlobalVector half =
                        GlobalVector.blend(
                                List.of(codes.get(i), codes.get(j)), new double[] {1, 1});
                double kept = Figures.of(model, generator, half).over(alone.get(i), alone.get(j));
                if (kept > best.kept) {
                    best = new Mixture(List.of(names.get(i), names.get(j)), kept);
                }
            }
        }
        return best;
    }

    /**
     * Figures of a picture, in levels.
     *
     * @param contrast the standard deviation
     * @param steps the mean difference of neighbours in a row
     */
    private record Figures(double contrast, double steps) {

        static Figures of(TextureModel model, Generator generator, GlobalVector texture) {
            NoiseField plane =
                    new NoiseField(
                            model, SEED, new GlobalField.Constant(texture), Boundary.ENDLESS);
            Pixels picture =
                    Pixels.of(
                            new TextureRenderer(generator, plane),
                            new PixelRegion(0, 0, SIDE, SIDE));
            byte[] values = picture.bytes();
            int channels = picture.channels();
            double sum = 0;
            double squares = 0;
            double steps = 0;
            for (int i = 0; i < values.length; i++) {
                double value = values[i] & 0xff;
                sum += value;
                squares += value * value;
                steps += i < channels ? 0 : Math.abs(value - (values[i - channels] & 0xff));
            }
            double mean = sum / values.length;
            double variance = squares / values.length - mean * mean;
            return new Figures(Math.sqrt(Math.max(0, variance)), steps / values.length);
        }

        double over(Figures one, Figures other) {
            double contrasts = 2 * contrast / (one.contrast + other.contrast + 1e-9);
            double sharpness = 2 * steps / (one.steps + other.steps + 1e-9);
            return Math.min(1, Math.min(contrasts, sharpness));
        }
    }
}
