package ikat.service.train;

import ikat.material.MapStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which files belong to the training pictures: maps of the material, and masks.
 *
 * @param given maps of the only picture
 * @param search whether more are found by their names, beside each picture
 * @param mask a picture of the same size that is white where nothing of the only picture is
 *     learned, or null
 * @param each what is said of single pictures, in place of all else that is said of them here and
 *     of how all pictures are prepared
 */
public record MapChoice(
        List<MapStack.Source> given,
        boolean search,
        @Nullable Path mask,
        Map<Path, PictureChoice> each) {

    /** What names tell. */
    public static final MapChoice FOUND = new MapChoice(List.of(), true, null);

    /** No maps. */
    public static final MapChoice NONE = new MapChoice(List.of(), false, null);

    public MapChoice {
        given = List.copyOf(given);
        each = Map.copyOf(each);
    }

    /** Nothing is said of single pictures. */
    public MapChoice(List<MapStack.Source> given, boolean search, @Nullable Path mask) {
        this(given, search, mask, Map.of());
    }
}
