package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.RegionPlan;
import ikat.render.TextureRenderer;
import ikat.torch.render.TorchGeneratorProvider;
import ikat.train.Budget;
import ikat.train.Crops;
import ikat.train.Layout;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.Shape;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** DCGAN: one cell of noise is one picture. */
class OneCellTest {

    private static final PixelRegion PICTURE = new PixelRegion(0, 0, 64, 64);
    private static TextureModel model;

    @BeforeAll
    static void train() throws IOException {
        Exemplar cloth = Trainings.cloth();
        PlanSettings settings =
                PlanSettings.NONE
                        .with(Shape.LAYOUT, Layout.ONE_CELL)
                        .with(Crops.BATCH, 4)
                        .with(Shape.GENERATOR_CHANNELS, List.of(16, 16, 8, 8))
                        .with(Budget.STEPS, 30L);
        TrainingPlan plan = PlanFactory.plan(List.of(PictureReport.of(cloth)), settings);
        model =
                new TorchTrainer()
                        .train(TrainingJob.of(Exemplars.of(cloth), plan), TrainingListener.SILENT);
    }

    @Test
    void aPictureComesFromOneCellOfAHundredNumbers() {
        RegionPlan plan = RegionPlan.of(model.spec(), PICTURE);
        assertThat(plan.cells().cells()).isEqualTo(1);
        assertThat(model.spec().noise().channels()).isEqualTo(100);
        assertThat(model.spec().picturePixels()).isEqualTo(64);
    }

    @Test
    void seedsMakeDifferentPictures() {
        assertThat(picture(1)).isNotEqualTo(picture(2)).isEqualTo(picture(1));
    }

    @Test
    void partsOfThePictureAgreeWithTheWhole() {
        byte[] whole = picture(1);
        try (TextureRenderer renderer = TextureRenderer.open(model, 1, 1)) {
            byte[] part = renderer.render(new PixelRegion(10, 20, 30, 7));
            for (int y = 0; y < 7; y++) {
                for (int x = 0; x < 30 * 3; x++) {
                    int expected = whole[(y + 20) * 64 * 3 + 30 + x] & 255;
                    assertThat(Math.abs((part[y * 90 + x] & 255) - expected))
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void thereIsNothingBeyondThePicture() {
        assertThatThrownBy(() -> RegionPlan.of(model.spec(), new PixelRegion(0, 0, 65, 64)))
                .hasMessageContaining("65x64")
                .hasMessageContaining("64x64");
    }

    private static byte[] picture(long seed) {
        try (TextureRenderer renderer =
                new TextureRenderer(
                        new TorchGeneratorProvider().open(model, 1),
                        NoiseField.endless(model, seed))) {
            return renderer.render(PICTURE);
        }
    }
}
