package ikat.torch.render;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.GeneratorContract;
import ikat.render.GeneratorProvider;
import ikat.render.Models;
import ikat.render.TextureRenderer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class TorchGeneratorTest extends GeneratorContract {

    @Override
    protected Generator open(TextureModel model) {
        return new TorchGenerator(model, 2);
    }

    @Test
    void isPreferredToThePlainEngine() {
        assertThat(Engines.available())
                .extracting(GeneratorProvider::name)
                .containsExactly("torch", "java");
    }

    @Test
    void nativeMemoryStaysFlatOverThousandsOfFrames() {
        TextureModel model = Models.periodic();
        try (TextureRenderer renderer =
                new TextureRenderer(open(model), NoiseField.endless(model, 1))) {
            frames(renderer, 500);
            long before = Pointer.totalBytes();
            long resident = Pointer.physicalBytes();
            frames(renderer, 3000);
            assertThat(Pointer.totalBytes() - before).isLessThan(1 << 20);
            assertThat(Pointer.physicalBytes() - resident).isLessThan(100 << 20);
        }
    }

    private static void frames(TextureRenderer renderer, int count) {
        for (int i = 0; i < count; i++) {
            renderer.render(new PixelRegion(i * 64L, 0, 64, 64));
        }
    }
}
