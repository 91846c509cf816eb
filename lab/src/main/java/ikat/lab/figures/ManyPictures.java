package ikat.lab.figures;

import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.lab.figures.FigureModels.Learned;
import ikat.lab.figures.FigureModels.Method;
import ikat.model.TextureModel;
import ikat.service.Rendering;
import ikat.service.report.Crop;
import ikat.texture.Corners;
import ikat.texture.Easing;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.texture.Tiles;
import ikat.weave.Detail;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Figures of one model trained on several pictures. */
final class ManyPictures {

    /** Tiles per side of a tiled figure. */
    private static final int TILES = 3;

    private ManyPictures() {}

    static BufferedImage mixed(FigureModels models, List<Path> pictures, int side)
            throws IOException {
        Learned learned = models.of(Method.SGAN, pictures);
        TextureModel model = learned.model();
        Sheet sheet = models.sheet();
        sheet.addExemplar(block(learned.exemplars(), side), "the pictures learned from");
        for (Detail detail : details(model)) {
            try (Rendering rendering = models.open(model, detail)) {
                sheet.add(
                        FigureModels.paint(rendering, model, side, side),
                        "all of them by local noise alone, " + words(detail),
                        learned.effort());
            }
        }
        return sheet.draw();
    }

    static BufferedImage named(FigureModels models, List<Path> pictures, int side)
            throws IOException {
        Learned learned = models.of(Method.PSGAN, pictures);
        TextureModel model = learned.model();
        List<GlobalVector> textures = Figure.textures(Textures.of(model), TILES * TILES);
        Sheet sheet = models.sheet();
        sheet.addExemplar(block(learned.exemplars(), side), "the pictures learned from");
        try (Rendering rendering = models.open(model)) {
            BufferedImage hard = tiles(rendering, model, textures, side, 0.1);
            sheet.add(hard, "one model: tiles of its textures", learned.effort());
            BufferedImage soft = tiles(rendering, model, textures, side, 1);
            sheet.add(soft, "the same with soft borders");
        }
        return sheet.draw();
    }

    static BufferedImage random(FigureModels models, List<Path> pictures, int side)
            throws IOException {
        Learned learned = models.of(Method.PSGAN, pictures);
        TextureModel model = learned.model();
        Textures all = Textures.of(model);
        List<GlobalVector> textures = new ArrayList<>();
        for (int i = 0; i < TILES * TILES; i++) {
            textures.add(all.random(i));
        }
        Sheet sheet = models.sheet();
        for (Detail detail : details(model)) {
            try (Rendering rendering = models.open(model, detail)) {
                sheet.add(
                        tiles(rendering, model, textures, side, 0.1),
                        "random:0 to random:8, " + words(detail),
                        learned.effort());
                sheet.add(tiles(rendering, model, textures, side, 1), "the same with soft borders");
            }
            sheet.newRow();
        }
        return sheet.draw();
    }

    static BufferedImage morph(FigureModels models, List<Path> pictures, int side)
            throws IOException {
        Learned learned = models.of(Method.PSGAN, pictures);
        TextureModel model = learned.model();
        Textures all = Textures.of(model);
        Sheet sheet = models.sheet();
        List<GlobalVector> named = Figure.textures(all, 4);
        List<GlobalVector> drawn =
                List.of(all.random(0), all.random(1), all.random(2), all.random(3));
        for (Detail detail : details(model)) {
            try (Rendering rendering = models.open(model, detail)) {
                sheet.add(
                        corners(rendering, model, named, side),
                        "four textures of the pictures, " + words(detail),
                        learned.effort());
                sheet.add(corners(rendering, model, drawn, side), "random:0 to random:3");
            }
            sheet.newRow();
        }
        return sheet.draw();
    }

    /** The network alone shows the manifold; woven detail is of the pictures only. */
    private static List<Detail> details(TextureModel model) {
        return Detail.of(model) == Detail.WOVEN
                ? List.of(Detail.NETWORK, Detail.WOVEN)
                : List.of(Detail.NETWORK);
    }

    private static String words(Detail detail) {
        return detail == Detail.WOVEN ? "detail woven" : "by the network";
    }

    private static BufferedImage tiles(
            Rendering rendering,
            TextureModel model,
            List<GlobalVector> textures,
            int side,
            double softness) {
        int whole = side / TILES * TILES;
        GlobalField field =
                new Tiles(new PixelRegion(0, 0, whole, whole), TILES, TILES, textures, softness);
        return FigureModels.paint(rendering, model, field, whole, whole);
    }

    private static BufferedImage corners(
            Rendering rendering, TextureModel model, List<GlobalVector> four, int side) {
        GlobalField field =
                new Corners(
                        new PixelRegion(0, 0, side, side),
                        four.get(0),
                        four.get(1),
                        four.get(2),
                        four.get(3),
                        Easing.LINEAR);
        return FigureModels.paint(rendering, model, field, side, side);
    }

    /** Draws the first nine pictures as a block of tiles. */
    private static BufferedImage block(Exemplars pictures, int side) {
        int cut = Math.max(1, side / TILES);
        int shown = Math.min(pictures.size(), TILES * TILES);
        int rows = (shown + TILES - 1) / TILES;
        BufferedImage block =
                new BufferedImage(TILES * cut, rows * cut, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = block.createGraphics();
        for (int i = 0; i < shown; i++) {
            BufferedImage middle = Crop.middle(pictures.get(i), cut);
            graphics.drawImage(middle, i % TILES * cut, i / TILES * cut, null);
        }
        graphics.dispose();
        return block;
    }
}
