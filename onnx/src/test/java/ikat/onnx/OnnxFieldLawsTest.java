package ikat.onnx;

import ikat.model.TextureModel;
import ikat.render.FieldContract;
import ikat.render.Generator;

class OnnxFieldLawsTest extends FieldContract {

    @Override
    protected Generator open(TextureModel model) {
        return new OnnxGenerator(model, 2);
    }

    @Override
    protected int tolerance() {
        return 0;
    }
}
