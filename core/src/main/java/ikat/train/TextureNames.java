package ikat.train;

import ikat.image.Exemplar;
import ikat.model.NamedTexture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names the textures of a training after their pictures. */
public final class TextureNames {

    private TextureNames() {}

    /** The textures that a plan gives codes to, in the order of the pictures. */
    public static List<NamedTexture> of(TrainingPlan plan, List<Exemplar> exemplars) {
        List<NamedTexture> textures = new ArrayList<>();
        if (plan.globalChannels() == 0 || plan.codes() == Codes.DRAWN) {
            return textures;
        }
        Set<String> taken = new HashSet<>();
        for (Exemplar exemplar : exemplars) {
            textures.add(
                    new NamedTexture(
                            unique(plain(exemplar.name()), taken),
                            places(exemplar.width(), plan.placePixels()),
                            places(exemplar.height(), plan.placePixels()),
                            exemplar.width(),
                            exemplar.height()));
        }
        return textures;
    }

    private static int places(int pixels, int apart) {
        return apart == 0 ? 1 : Math.max(1, Math.round(pixels / (float) apart));
    }

    private static String plain(String file) {
        int dot = file.lastIndexOf('.');
        String base = dot > 0 ? file.substring(0, dot) : file;
        String plain = base.replaceAll("[^\\p{L}\\p{N}._/-]", "-");
        return plain.isEmpty() ? "texture" : plain.substring(0, Math.min(plain.length(), 180));
    }

    private static String unique(String name, Set<String> taken) {
        String candidate = name;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = name + "-" + i;
        }
        return candidate;
    }
}
