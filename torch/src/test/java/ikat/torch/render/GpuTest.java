package ikat.torch.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Models;
import ikat.render.TextureRenderer;
import ikat.torch.Devices;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GpuTest {

    @AfterEach
    void backToTheCpu() {
        Devices.use(Devices.CPU);
    }

    @Test
    void aDeviceThatIsNotThereIsTold() {
        assertThatThrownBy(() -> Devices.use("cuda:77"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("device is cuda:77, but ")
                .hasMessageContaining("give cpu or auto");
        assertThatThrownBy(() -> Devices.use("gpu"))
                .hasMessage("device is gpu, but must be auto, cpu or a GPU such as cuda:0");
        assertThat(Devices.onCpu()).isTrue();
    }

    @Test
    void differencesOfPrecisionAreMeansOfLevels() {
        assertThat(
                        TorchGeneratorProvider.difference(
                                new byte[] {0, -1, 7, 9}, new byte[] {1, 1, 7, 8}))
                .isEqualTo((1 + 254 + 0 + 1) / 4.0);
    }

    @Test
    @Tag("gpu")
    void aGpuRendersTheSamePicture() {
        assumeTrue(torch.cuda_is_available(), "there is no GPU here");
        TextureModel model = Models.manifold();
        PixelRegion region = new PixelRegion(-37, 1_000_003, 200, 150);
        byte[] onCpu = render(model, region);
        Devices.use("cuda:0");
        assertThat(TorchGeneratorProvider.difference(render(model, region), onCpu))
                .isLessThanOrEqualTo(1);
    }

    private static byte[] render(TextureModel model, PixelRegion region) {
        try (TextureRenderer renderer =
                new TextureRenderer(
                        new TorchGeneratorProvider().open(model, 2),
                        NoiseField.endless(model, 1))) {
            return renderer.render(region);
        }
    }
}
