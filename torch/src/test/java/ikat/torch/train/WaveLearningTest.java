package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.model.TextureModel;
import ikat.train.Frequency;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The published code never trained its wave numbers; ours must move and find the period of what
 * they see.
 */
@Tag("slow")
class WaveLearningTest {

    @Test
    void aWrongWaveVectorMovesToThePeriodOfTheStripes() throws IOException {
        double period = 20;
        double wrong = 1 / (period * 1.15);
        Exemplar stripes = Trainings.stripes(period);
        TrainingPlan plan =
                Trainings.toTheLast(
                        Trainings.plan(stripes, 96, 8000, List.of(new Frequency(wrong, 0.004)), 0));
        TextureModel model =
                new TorchTrainer()
                        .train(
                                TrainingJob.of(Exemplars.of(stripes), plan),
                                TrainingListener.SILENT);
        float[] wave = model.weights().get("waves.base").values();
        double turns = 2 * Math.PI * model.spec().cellPixels();
        assertThat(Math.abs(wave[0] / turns)).isBetween(0.99 / period, 1.01 / period);
        assertThat(Math.abs(wave[1] / turns)).isLessThan(0.001);
    }
}
