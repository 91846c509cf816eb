package ikat.train;

import ikat.analysis.MeasuredExemplars;
import ikat.analysis.TextureStatistics;
import ikat.image.Exemplar;
import ikat.image.ExemplarFacts;
import ikat.image.Exemplars;
import ikat.model.NamedTexture;
import java.util.ArrayList;
import java.util.List;

/**
 * The textures for which a training learns codes, and the initial codes: pictures, or places of a
 * picture, that look alike start near each other.
 *
 * @param textures in the order of the pictures; empty without learned codes
 * @param startingCodes {@code [codes][globalChannels]}, grouped by texture
 */
public record CodedTextures(List<NamedTexture> textures, float[][] startingCodes) {

    /** No textures with codes. */
    public static final CodedTextures NONE = new CodedTextures(List.of(), new float[0][]);

    /** Computes the coded textures of a training from its pictures. */
    public static CodedTextures of(TrainingPlan plan, Exemplars exemplars) {
        if (plan.noise().globalChannels() == 0 || plan.codes().codes() == Codes.DRAWN) {
            return NONE;
        }
        List<NamedTexture> textures = new ArrayList<>();
        for (ExemplarFacts facts : exemplars.facts()) {
            textures.add(
                    new NamedTexture(
                            facts.texture(),
                            places(facts.width(), plan.codes().placePixels()),
                            places(facts.height(), plan.codes().placePixels()),
                            facts.width(),
                            facts.height()));
        }
        return new CodedTextures(textures, starting(plan, textures, exemplars));
    }

    private static int places(int pixels, int apart) {
        return apart == 0 ? 1 : Math.max(1, Math.round(pixels / (float) apart));
    }

    private static float[][] starting(
            TrainingPlan plan, List<NamedTexture> textures, Exemplars exemplars) {
        List<float[]> statistics = new ArrayList<>();
        if (textures.stream().noneMatch(NamedTexture::hasPlaces)) {
            statistics.addAll(MeasuredExemplars.statistics(exemplars));
        } else {
            for (int i = 0; i < textures.size(); i++) {
                addPlaces(
                        textures.get(i), exemplars.get(i), plan.crops().patchPixels(), statistics);
            }
        }
        return InitialCodes.of(statistics, plan.noise().globalChannels(), plan.seed());
    }

    private static void addPlaces(
            NamedTexture texture, Exemplar picture, int patch, List<float[]> statistics) {
        for (int row = 0; row < texture.rows(); row++) {
            for (int column = 0; column < texture.columns(); column++) {
                int x = (int) ((column + 0.5) * picture.width() / texture.columns());
                int y = (int) ((row + 0.5) * picture.height() / texture.rows());
                statistics.add(around(picture, x, y, patch));
            }
        }
    }

    private static float[] around(Exemplar picture, int x, int y, int wanted) {
        int side = Math.min(wanted, Math.min(picture.width(), picture.height()));
        int left = Math.max(0, Math.min(x - side / 2, picture.width() - side));
        int top = Math.max(0, Math.min(y - side / 2, picture.height() - side));
        return TextureStatistics.of(picture, left, top, side);
    }
}
