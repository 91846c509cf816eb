package ikat.render;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextureRendererTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void tilesHaveAtLeastOnePixel(int side) {
        TextureModel model = Models.local();
        NoiseField field = NoiseField.endless(model, 1);
        assertThatThrownBy(() -> new TextureRenderer(new JavaGenerator(model), field, side))
                .hasMessage("tilePixels is " + side + ", but must be at least 1");
    }
}
