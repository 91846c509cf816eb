package ikat.studio.serve;

import ikat.model.TextureModel;
import ikat.texture.Textures;
import ikat.zoom.ZoomLevels;

/**
 * A model that is ready to render.
 *
 * @param shelved its file
 * @param levels its engines, which run on the calling threads
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
