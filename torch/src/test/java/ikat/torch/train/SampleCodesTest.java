package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.Mirroring;
import ikat.image.PatchSampler;
import ikat.model.NamedTexture;
import ikat.train.CodedTextures;
import ikat.train.TrainingPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SampleCodesTest {

    private static final List<Exemplar> PICTURES =
            List.of(
                    Trainings.grain("rust.png", 0.5, -0.3, -0.6),
                    Trainings.grain("sea.png", -0.6, 0.1, 0.5));
    private static final Exemplars BOTH = Exemplars.of(PICTURES);
    private static final PatchSampler SAMPLER = new PatchSampler(BOTH, 48, 3);

    @Test
    void aMatchedSampleHasTheCodeOfThePictureThatItsPatchIsCutFrom() {
        TrainingPlan plan = Trainings.coded(PICTURES, 5);
        SampleCodes codes = new SampleCodes(plan, CodedTextures.of(plan, BOTH).textures(), SAMPLER);
        assertThat(codes.matched()).isEqualTo(3);
        for (int step = 0; step < 20; step++) {
            float[] shares = codes.own(step);
            for (int i = 0; i < plan.crops().batch(); i++) {
                assertThat(shares[2 * i + SAMPLER.corner(step, i).picture()]).isEqualTo(1);
            }
        }
    }

    @Test
    void sharesOfEverySampleSumToOne() {
        TrainingPlan plan = places(Trainings.coded(PICTURES, 5));
        List<NamedTexture> textures = CodedTextures.of(plan, BOTH).textures();
        assertThat(textures.get(0).codes()).isEqualTo(16);
        SampleCodes codes = new SampleCodes(plan, textures, SAMPLER);
        for (int step = 0; step < 20; step++) {
            float[] shares = codes.own(step);
            for (int i = 0; i < plan.crops().batch(); i++) {
                double sum = 0;
                for (int code = 0; code < 32; code++) {
                    sum += shares[32 * i + code];
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void aStrangerIsTheSampleOfAnotherPicture() {
        TrainingPlan plan = Trainings.coded(PICTURES, 5);
        SampleCodes codes = new SampleCodes(plan, CodedTextures.of(plan, BOTH).textures(), SAMPLER);
        for (int step = 0; step < 20; step++) {
            float[] mismatches = codes.mismatches(step);
            for (int i = 0; i < 4; i++) {
                boolean other =
                        SAMPLER.corner(step, i).picture()
                                != SAMPLER.corner(step, (i + 3) % 4).picture();
                assertThat(mismatches[i]).isEqualTo(other ? 1 : 0);
            }
        }
    }

    @Test
    void samplesThatShareAPlaceAreOfOneTexture() {
        PatchSampler pairs = new PatchSampler(BOTH, 48, 3, Mirroring.NONE, PhaseMatching.TOGETHER);
        TrainingPlan plan = Trainings.coded(PICTURES, 5);
        SampleCodes codes = new SampleCodes(plan, CodedTextures.of(plan, BOTH).textures(), pairs);
        for (int step = 0; step < 20; step++) {
            float[] shares = codes.own(step);
            for (int i = 0; i < plan.crops().batch(); i++) {
                int first = PhaseMatching.placedLike(i);
                assertThat(shares[2 * i]).isEqualTo(shares[2 * first]);
                assertThat(pairs.corner(step, i).picture())
                        .isEqualTo(pairs.corner(step, first).picture());
            }
        }
    }

    private static TrainingPlan places(TrainingPlan plan) {
        Map<String, Object> entries = plan.toMap();
        entries.put("placePixels", 32);
        return TrainingPlan.fromJson(JsonMapper.shared().writeValueAsString(entries));
    }
}
