package ikat.torch.train;

import ikat.image.PatchSampler;
import ikat.image.PatchSampler.Corner;
import ikat.model.NamedTexture;
import ikat.train.TrainingPlan;
import java.util.List;

/**
 * Which codes the samples of a step take: each that of the picture, or the place in it, that the
 * real patch beside it was cut from; the last few a mixture of two, so that the ways between
 * textures are learned too.
 */
final class SampleCodes {

    private final PatchSampler sampler;
    private final int batch;
    private final int mixed;
    private final List<NamedTexture> textures;
    private final int[] first;
    private final int codes;

    SampleCodes(TrainingPlan plan, List<NamedTexture> textures, PatchSampler sampler) {
        this.sampler = sampler;
        this.batch = plan.crops().batch();
        this.mixed = (int) Math.round(plan.codes().mixedShare() * plan.crops().batch());
        this.textures = textures;
        this.first = new int[textures.size()];
        int count = 0;
        for (int i = 0; i < first.length; i++) {
            first[i] = count;
            count += textures.get(i).codes();
        }
        this.codes = count;
    }

    /** Number of samples at the beginning of a batch that have the code of their own patch. */
    int matched() {
        return batch - mixed;
    }

    /** The share of every code in every sample's own texture, {@code [batch, codes]}. */
    float[] own(long step) {
        return shares(step, 0);
    }

    /** The share of every code in the texture that may be mixed in, {@code [batch, codes]}. */
    float[] other(long step) {
        return shares(step, sampler.together());
    }

    private float[] shares(long step, int ahead) {
        float[] shares = new float[batch * codes];
        for (int i = 0; i < batch; i++) {
            add(step, (i + ahead) % batch, shares, i);
        }
        return shares;
    }

    /**
     * For every sample of a step, 1 where the patch {@link PatchSampler#together} samples before it
     * shows something else, {@code [batch]}.
     */
    float[] mismatches(long step) {
        float[] mismatches = new float[batch];
        for (int i = 0; i < batch; i++) {
            Corner own = sampler.corner(step, i);
            Corner other = sampler.corner(step, Math.floorMod(i - sampler.together(), batch));
            mismatches[i] = alike(own, other) ? 0 : 1;
        }
        return mismatches;
    }

    private boolean alike(Corner a, Corner b) {
        boolean near =
                Math.max(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())) < sampler.patchPixels();
        return a.picture() == b.picture() && (near || !textures.get(a.picture()).hasPlaces());
    }

    private void add(long step, int patch, float[] shares, int sample) {
        Corner corner = sampler.corner(step, patch);
        double half = sampler.patchPixels() / 2.0;
        int row = sample * codes + first[corner.picture()];
        NamedTexture texture = textures.get(corner.picture());
        for (NamedTexture.Share part : texture.around(corner.x() + half, corner.y() + half)) {
            shares[row + part.code()] += (float) part.weight();
        }
    }
}
