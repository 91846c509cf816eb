package ikat.service.train;

import ikat.material.MapStack;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files belong to the training pictures: maps of the material, and a mask.
 *
 * @param given maps of the only picture
 * @param search whether more are found by their names, beside each picture
 * @param mask a picture of the same size that is white where nothing of the only picture is
 *     learned, or null
 */
public record MapChoice(List<MapStack.Source> given, boolean search, @Nullable Path mask) {

    /** What names tell. */
    public static final MapChoice FOUND = new MapChoice(List.of(), true, null);

    /** No maps. */
    public static final MapChoice NONE = new MapChoice(List.of(), false, null);

    public MapChoice {
        given = List.copyOf(given);
    }
}
