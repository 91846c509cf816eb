package ikat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Whether a model kept its textures apart: the training picture nearest to the rendering of each
 * checked texture.
 *
 * @param textures those that were checked, in the order of the pictures
 */
public record Coverage(List<Texture> textures) {

    /**
     * One texture.
     *
     * @param name of the texture
     * @param nearest name of the texture whose picture is nearest to the rendering
     * @param ownDistance of the rendering to its own picture, see {@link
     *     TextureStatistics#distance}
     * @param nearestDistance to the nearest picture, at most {@code ownDistance}
     */
    public record Texture(String name, String nearest, double ownDistance, double nearestDistance) {

        /** Whether no other picture is nearer than its own. */
        public boolean covered() {
            return name.equals(nearest);
        }
    }

    public Coverage {
        textures = List.copyOf(textures);
    }

    /**
     * Compares renderings with all pictures.
     *
     * @param names of the textures
     * @param pictures statistics of each texture's picture, in the same order
     * @param renderings statistics of renderings by the index of their texture
     * @param scale of {@link TextureStatistics#scale}
     */
    public static Coverage of(
            List<String> names,
            List<float[]> pictures,
            SortedMap<Integer, float[]> renderings,
            float[] scale) {
        List<Texture> textures = new ArrayList<>();
        for (Map.Entry<Integer, float[]> rendering : renderings.entrySet()) {
            int own = rendering.getKey();
            float[] statistics = rendering.getValue();
            double ownDistance = TextureStatistics.distance(statistics, pictures.get(own), scale);
            int nearest = own;
            double least = ownDistance;
            for (int i = 0; i < pictures.size(); i++) {
                double distance = TextureStatistics.distance(statistics, pictures.get(i), scale);
                if (distance < least) {
                    least = distance;
                    nearest = i;
                }
            }
            textures.add(new Texture(names.get(own), names.get(nearest), ownDistance, least));
        }
        return new Coverage(textures);
    }

    /** Number of textures nearest to their own picture. */
    public int covered() {
        return (int) textures.stream().filter(Texture::covered).count();
    }

    /** The textures that are nearer to another picture than to their own. */
    public List<Texture> missed() {
        return textures.stream().filter(texture -> !texture.covered()).toList();
    }
}
