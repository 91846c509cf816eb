package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PatchSampler;
import ikat.model.ColourAxes;
import ikat.model.Weights;
import ikat.noise.WaveVectors;
import ikat.train.CodedTextures;
import ikat.train.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaveFitTest {

    @Test
    void eachCodeStartsWithTheWavesOfItsOwnPicture() {
        List<Exemplar> stripes =
                List.of(Trainings.stripes(12), Trainings.stripes(16), Trainings.stripes(21));
        TrainingPlan plan = Trainings.coded(stripes, 5);
        assertThat(plan.codes().pictureWaves()).hasSize(3);
        PatchSampler sampler = new PatchSampler(Exemplars.of(stripes), 48, 3);
        try (Networks networks =
                new Networks(
                        plan,
                        ColourAxes.identity(1),
                        CodedTextures.of(plan, Exemplars.of(stripes)),
                        sampler)) {
            Weights weights = networks.averaged(1);
            float[] codes = weights.get(Initial.CODES).values();
            int cell = networks.spec.cellPixels();
            double[] periods = {12, 16, 21};
            for (int i = 0; i < 3; i++) {
                float[] code = Arrays.copyOfRange(codes, 2 * i, 2 * i + 2);
                WaveVectors waves = WaveVectors.of(networks.spec, weights, code);
                double period = 2 * Math.PI * cell / Math.hypot(waves.x()[0], waves.y()[0]);
                assertThat(period).isCloseTo(periods[i], within(0.03 * periods[i]));
            }
        }
    }
}
