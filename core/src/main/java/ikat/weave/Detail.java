package ikat.weave;

import ikat.model.TextureModel;
import ikat.model.Weave;
import java.util.Locale;

/** Where the fine detail of a picture comes from. */
public enum Detail {
    /** From the generator alone. */
    NETWORK,
    /** From the pixels of the exemplars, which follow the generator's picture. */
    WOVEN;

    /** The name in options and requests: {@code network} or {@code woven}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a model renders unless it is told otherwise. */
    public static Detail of(TextureModel model) {
        Weave weave = model.weave();
        return weave != null && weave.standard() ? WOVEN : NETWORK;
    }
}
