package ikat.material;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the name of a file tells, as Poly Haven ({@code rock_wall_nor_gl_2k.png}), ambientCG ({@code
 * Rock030_1K_NormalGL.jpg}), Quixel ({@code xyz_2K_Albedo.jpg}) and most artists name them.
 *
 * @param material what is left of the name without the role and the size
 * @param role what the file holds
 */
public record MapName(String material, MapRole role) {

    /** Sizes, levels of detail and depths, which files of one material need not share. */
    private static final String ASIDE = "(?i)\\d+k|lod\\d+|\\d+bits?|\\d+x\\d+|\\d+b";

    /**
     * Reads a name.
     *
     * @param fileName without folders
     * @return nothing if it names no role
     */
    public static Optional<MapName> of(String fileName) {
        List<String> words = words(fileName);
        for (int length = Math.min(2, words.size()); length >= 1; length--) {
            int from = words.size() - length;
            Optional<MapRole> role =
                    MapRole.named(String.join(" ", words.subList(from, words.size())));
            if (role.isPresent()) {
                return Optional.of(
                        new MapName(String.join("_", words.subList(0, from)), role.get()));
            }
        }
        return Optional.empty();
    }

    /** The material of a file, whether its name tells a role or not. */
    public static String materialOf(String fileName) {
        return of(fileName).map(MapName::material).orElse(String.join("_", words(fileName)));
    }

    /** The words of a name that matter. */
    private static List<String> words(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        List<String> words = new ArrayList<>(List.of(stem.split("[-_ .]+")));
        words.removeIf(word -> word.matches(ASIDE));
        return words;
    }
}
