package ikat.torch.render;

import ikat.model.TextureModel;
import ikat.render.FieldContract;
import ikat.render.Generator;

class TorchFieldLawsTest extends FieldContract {

    @Override
    protected Generator open(TextureModel model) {
        return new TorchGenerator(model, 2);
    }

    @Override
    protected int tolerance() {
        return 1;
    }
}
