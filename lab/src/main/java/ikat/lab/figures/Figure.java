package ikat.lab.figures;

import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The numbered figures of the post that demonstrate the method. */
public enum Figure {
    /** A texture of any size. */
    ENDLESS(1, "a texture learned from one picture, and more of it", OnePicture::endless),
    /** SGAN on several pictures mixes them. */
    MIXED(2, "local noise alone mixes several pictures", ManyPictures::mixed),
    /** PSGAN's manifold: one vector, one texture. */
    MANIFOLD(3, "one model, many textures: each tile is a texture by name", ManyPictures::named),
    /** Textures that the model was never shown. */
    RANDOM(4, "random places on the manifold of textures", ManyPictures::random),
    /** Interpolation between four textures. */
    MORPH(5, "four textures in the corners, and all between them", ManyPictures::morph),
    /** The learned waves. */
    WAVES(6, "wave vectors before and after training, and the waves", OnePicture::waves),
    /** The methods side by side. */
    METHODS(7, "seven methods on the same pictures", SevenMethods::draw);

    /** How a figure is drawn. */
    private interface Drawing {

        BufferedImage draw(FigureModels models, List<Path> pictures, int side) throws IOException;
    }

    private final int number;
    private final String title;
    private final Drawing drawing;

    Figure(int number, String title, Drawing drawing) {
        this.number = number;
        this.title = title;
        this.drawing = drawing;
    }

    /** The number in the post, 1 to 7. */
    public int number() {
        return number;
    }

    /** What the figure shows. */
    public String title() {
        return title;
    }

    /** Whether the figure is about several pictures in one model. */
    public boolean ofMany() {
        return this == MIXED || this == MANIFOLD || this == RANDOM || this == MORPH;
    }

    /**
     * Draws the figure and trains the models it needs.
     *
     * @param pictures to learn from, at least one
     * @param side of the figure's large picture in pixels
     */
    BufferedImage draw(FigureModels models, List<Path> pictures, int side) throws IOException {
        return drawing.draw(models, pictures, side);
    }

    /**
     * Selects named textures spread evenly over all of them; random textures if the model names
     * none.
     */
    static List<GlobalVector> textures(Textures textures, int count) {
        List<String> names = textures.names();
        List<GlobalVector> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(
                    names.isEmpty()
                            ? textures.random(i)
                            : textures.named(names.get(i * names.size() / count)));
        }
        return chosen;
    }
}
