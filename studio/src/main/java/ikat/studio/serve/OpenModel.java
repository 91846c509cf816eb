package ikat.studio.serve;

import ikat.model.TextureModel;
import ikat.texture.Textures;
import ikat.zoom.ZoomLevels;

/**
 * A model that is ready to render.
 *
 * @param shelved where it comes from
 * @param levels its engines; each works on the threads that call it
 */
public record OpenModel(ShelvedModel shelved, ZoomLevels levels) {

    /** The trained texture. */
    public TextureModel model() {
        return levels.model();
    }

    /** Its textures. */
    public Textures textures() {
        return Textures.of(model());
    }

    /** Whether it has several textures to choose from. */
    public boolean hasSeveral() {
        return model().spec().noise().globalChannels() > 0;
    }
}
