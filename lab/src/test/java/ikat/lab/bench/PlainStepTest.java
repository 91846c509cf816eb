package ikat.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PatchSampler;
import ikat.torch.train.ColourTransform;
import ikat.torch.train.Networks;
import ikat.torch.train.TrainingStep;
import ikat.torch.train.TrainingStep.Losses;
import ikat.torch.train.Trainings;
import ikat.train.CodedTextures;
import ikat.train.Frequency;
import ikat.train.PrincipalColours;
import ikat.train.TrainingPlan;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The step that is fast is the step that is plain. */
class PlainStepTest {

    private static final double RATE = 2e-4; // as published

    @Test
    void lossesAreTheSameOverTwentySteps() {
        compare(Trainings.plan(Trainings.cloth(), 20, List.of(), 0));
    }

    @Test
    void lossesAreTheSameWithWavesAndMatchedPhases() {
        List<Frequency> waves = List.of(new Frequency(0.06, 0.01), new Frequency(0, 0.08));
        compare(Trainings.phased(Trainings.plan(Trainings.cloth(), 20, waves, 0)));
    }

    private static void compare(TrainingPlan plan) {
        Exemplar exemplar = Trainings.cloth();
        Exemplars exemplars = Exemplars.of(exemplar);
        PatchSampler sampler = new PatchSampler(exemplars, plan.crops().patchPixels(), plan.seed());
        var axes = PrincipalColours.of(exemplars);
        try (Networks networks = new Networks(plan, axes, CodedTextures.NONE, sampler);
                ColourTransform colours = new ColourTransform(axes);
                PlainStep plain = new PlainStep(plan, networks, sampler, colours, RATE)) {
            TrainingStep fast = new TrainingStep(plan, networks, sampler, colours);
            for (int step = 0; step < 20; step++) {
                Losses ours = fast.take(step, RATE);
                Losses theirs = plain.take(step);
                Offset<Double> near = Offset.offset(1e-3);
                assertThat(ours.discriminator()).isCloseTo(theirs.discriminator(), near);
                assertThat(ours.generator()).isCloseTo(theirs.generator(), near);
                assertThat(ours.feature()).isCloseTo(theirs.feature(), withinPercentage(0.1));
            }
        }
    }
}
