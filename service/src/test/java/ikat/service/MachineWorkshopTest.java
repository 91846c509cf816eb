package ikat.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Models;
import ikat.weave.Detail;
import org.junit.jupiter.api.Test;

class MachineWorkshopTest {

    private final Workshop without = new MachineWorkshop(() -> false);

    @Test
    void trainingWithoutLibtorchIsOneSentence() {
        assertThatThrownBy(without::trainer)
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("training needs libtorch, which is not there for ")
                .hasMessageEndingWith("and render the model here")
                .message()
                .hasLineCount(1);
    }

    @Test
    void withoutLibtorchThereIsTheProcessorAlone() {
        without.useDevice("auto");
        without.useDevice("cpu");
        assertThatThrownBy(() -> without.useDevice("cuda:0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("device is cuda:0, but without libtorch")
                .hasMessageEndingWith("it can only be auto or cpu");
    }

    @Test
    void theEnginesOfEveryPlatformRenderTheSame() {
        TextureModel model = Models.manifold();
        NoiseField field = NoiseField.endless(model, 3);
        byte[] onnx = render(model, "onnx", field);
        byte[] java = render(model, "java", field);
        assertThat(onnx).hasSameSizeAs(java);
        for (int i = 0; i < onnx.length; i++) {
            assertThat(Math.abs((onnx[i] & 0xff) - (java[i] & 0xff))).isLessThanOrEqualTo(1);
        }
    }

    private byte[] render(TextureModel model, String engine, NoiseField field) {
        try (Rendering rendering = without.open(model, 2, engine, Detail.NETWORK)) {
            PixelSource plane = rendering.plane(field);
            return plane.render(new PixelRegion(-20, 30, 64, 48));
        }
    }
}
