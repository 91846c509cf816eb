package ikat.service.train;

import ikat.material.MapStack;
import java.util.List;

/**
 * Which maps of the material belong to the training pictures.
 *
 * @param given those of the only picture
 * @param search whether more are found by their names, beside each picture
 */
public record MapChoice(List<MapStack.Source> given, boolean search) {

    /** What names tell. */
    public static final MapChoice FOUND = new MapChoice(List.of(), true);

    /** No maps. */
    public static final MapChoice NONE = new MapChoice(List.of(), false);

    public MapChoice {
        given = List.copyOf(given);
    }
}
