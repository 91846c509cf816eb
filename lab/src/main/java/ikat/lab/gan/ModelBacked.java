package ikat.lab.gan;

import ikat.lab.method.LearnedTexture;
import ikat.model.TextureModel;

/** A texture whose pictures come from a trained model, which can be kept. */
public interface ModelBacked extends LearnedTexture {

    /** The model. */
    TextureModel model();
}
