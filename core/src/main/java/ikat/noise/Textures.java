package ikat.noise;

import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import java.util.ArrayList;
import java.util.List;

/** The textures of a model: by name, by place, at random. Immutable. */
public final class Textures {

    private final int channels;
    private final List<NamedTexture> named;
    private final List<List<GlobalVector>> codes;

    private Textures(int channels, List<NamedTexture> named, List<List<GlobalVector>> codes) {
        this.channels = channels;
        this.named = named;
        this.codes = codes;
    }

    /** The textures of a model; none where it knows none by name. */
    public static Textures of(TextureModel model) {
        int channels = model.spec().noise().globalChannels();
        List<NamedTexture> named = model.spec().textures();
        List<List<GlobalVector>> codes = new ArrayList<>();
        int at = 0;
        for (NamedTexture texture : named) {
            float[] all = model.weights().get("textures.codes").values();
            List<GlobalVector> own = new ArrayList<>();
            for (int i = 0; i < texture.codes(); i++, at += channels) {
                own.add(GlobalVector.of(java.util.Arrays.copyOfRange(all, at, at + channels)));
            }
            codes.add(own);
        }
        return new Textures(channels, named, codes);
    }

    /** The names, in the order of the training pictures. */
    public List<String> names() {
        return named.stream().map(NamedTexture::name).toList();
    }

    /** A texture drawn at random. */
    public GlobalVector random(long seed) {
        return GlobalVector.uniform(channels, seed);
    }
}
