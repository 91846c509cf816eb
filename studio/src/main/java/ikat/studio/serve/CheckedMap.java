package ikat.studio.serve;

import java.util.List;
import java.util.Optional;

/**
 * A map with nothing missing and within the limits.
 *
 * @param document that it was read from
 * @param model by name
 * @param seed of the noise
 * @param base an expression, or empty for a draw by the seed
 * @param textures expressions
 * @param strokes in the order in which they were painted
 */
record CheckedMap(
        MapDocument document,
        String model,
        long seed,
        Optional<String> base,
        List<String> textures,
        List<MapStroke> strokes) {}
