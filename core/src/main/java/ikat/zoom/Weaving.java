package ikat.zoom;

import ikat.image.Averaging;
import ikat.image.Domain;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.MaterialMaps;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.model.Weave.Source;
import ikat.model.Weight;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Generator;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.weave.WeaveLearning;
import ikat.zoom.ShrunkModel.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives a trained model its weave: learns, for each of its exemplars, how to weave detail from it.
 *
 * <pre>{@code
 * TextureModel trained = trainer.train(TrainingJob.of(exemplars, plan), TrainingListener.SILENT);
 * try (Weaving weaving = new Weaving(trained, model -> Engines.fastest(model, threads), exemplars)) {
 *     TextureModel woven = trained.withWeave(weaving.learn(weaving.mostStart()));
 * }
 * }</pre>
 *
 * <p>The exemplars' pixels become part of the model. Large ones are cut to their middle, so that
 * all together have at most {@link #MOST_PIXELS}.
 */
public final class Weaving implements AutoCloseable {

    /** Pixels of all exemplars of a model together: three megabytes before packing. */
    public static final int MOST_PIXELS = 1 << 20;

    /** More would have too few pixels each, and take minutes to learn. */
    private static final int MOST_EXEMPLARS = 16;

    /** An exemplar of a smaller side would show its few pieces again and again. */
    private static final int LEAST_SIDE = 2 * Weave.least(1);

    /** Parts that are tried across and down where something is hidden. */
    private static final int TRIED = 9;

    private static final int GUIDE_SIDE = 768; // pixels of full size
    private static final long SEED = 0x3EA5EL;

    private final TextureModel model;
    private final Function<TextureModel, Generator> opener;
    private final List<Pixels> pictures;
    private final List<Domain> domains = new ArrayList<>();
    private @Nullable ZoomLevels levels; // opened by the first learning, fitted once for all

    /**
     * Prepares to learn.
     *
     * @param model trained on the exemplars
     * @param opener opens engines; they are closed with this
     */
    public Weaving(
            TextureModel model, Function<TextureModel, Generator> opener, Exemplars exemplars) {
        this.model = model;
        this.opener = opener;
        this.pictures = new ArrayList<>();
        int each = MOST_PIXELS / exemplars.size();
        for (int i = 0; i < exemplars.size() && suitable(model, exemplars); i++) {
            Exemplar exemplar = exemplars.get(i);
            PixelRegion part = part(exemplar.domain(), each);
            Exemplar shown = cut(exemplar, part);
            pictures.add(shown.toPixels());
            domains.add(
                    shown.domain().isTorus()
                            ? Domain.torus(shown.width(), shown.height())
                            : shown.domain());
        }
    }

    /** A picture that is a torus stays one if nothing is cut off, and the weave can halve it. */
    private static Exemplar cut(Exemplar exemplar, PixelRegion part) {
        boolean all = part.width() == exemplar.width() && part.height() == exemplar.height();
        boolean halves =
                part.width() % Weave.TILE_MULTIPLE + part.height() % Weave.TILE_MULTIPLE == 0;
        return all && (halves || !exemplar.domain().isTorus())
                ? exemplar
                : exemplar.crop((int) part.left(), (int) part.top(), part.width(), part.height());
    }

    private static boolean suitable(TextureModel model, Exemplars exemplars) {
        int wanted = Math.max(1, model.spec().textures().size());
        return exemplars.size() == wanted && wanted <= MOST_EXEMPLARS;
    }

    /**
     * The part of a map that belongs to the part of its exemplar that becomes part of a model.
     *
     * @param map as large as the exemplar
     * @param domain of the exemplar
     * @param exemplars of the model
     */
    public static Pixels part(Pixels map, Domain domain, int exemplars) {
        PixelRegion part = part(domain, MOST_PIXELS / exemplars);
        return map.cut((int) part.left(), (int) part.top(), part.width(), part.height());
    }

    /**
     * The part of a picture with at most a number of pixels that shows the most, and of several the
     * one that is nearest to the middle.
     */
    private static PixelRegion part(Domain domain, int most) {
        int columns = domain.width();
        int rows = domain.height();
        int width = Math.min(columns, Weave.LONGEST_SIDE);
        int height = Math.min(rows, Weave.LONGEST_SIDE);
        if ((long) width * height > most) {
            int side = (int) Math.sqrt(most);
            int shorter = Math.min(Math.min(width, height), side);
            boolean wide = width >= height;
            width = wide ? Math.min(width, most / shorter) : shorter;
            height = wide ? shorter : Math.min(height, most / shorter);
        }
        int left = (columns - width) / 2;
        int top = (rows - height) / 2;
        PixelRegion best = new PixelRegion(left, top, width, height);
        double least = domain.cut(left, top, width, height).hiddenShare();
        for (int i = 0; i < TRIED * TRIED && least > 0; i++) {
            int x = (columns - width) * (i % TRIED) / (TRIED - 1);
            int y = (rows - height) * (i / TRIED) / (TRIED - 1);
            double share = domain.cut(x, y, width, height).hiddenShare();
            if (share < least) {
                least = share;
                best = new PixelRegion(x, y, width, height);
            }
        }
        return best;
    }

    /**
     * The largest start that model and exemplars allow, 0 if they allow no weave: the model makes a
     * single picture, an exemplar is too small, or there are too many.
     */
    public int mostStart() {
        int start = pictures.isEmpty() ? 0 : Weave.mostStart(model.spec());
        for (Domain domain : domains) {
            int shorter = domain.side();
            while (start > 0 && (shorter < Weave.least(start) || shorter < LEAST_SIDE)) {
                start--;
            }
        }
        return start;
    }

    /** Why there can be no weave: the end of a sentence. */
    public String obstacle() {
        if (pictures.isEmpty()) {
            return model.spec().textures().size() > MOST_EXEMPLARS
                    ? "there are more than %s pictures".formatted(MOST_EXEMPLARS)
                    : "the model does not know its pictures by name";
        }
        return Weave.mostStart(model.spec()) == 0
                ? "the network's cells cannot be halved"
                : "a picture has a side below %s px".formatted(LEAST_SIDE);
    }

    /** Which part is used of an exemplar, if not all of it; one sentence. */
    public Optional<String> partOf(Exemplars exemplars) {
        for (int i = 0; i < pictures.size(); i++) {
            Pixels part = pictures.get(i);
            if (part.width() < exemplars.facts(i).width()
                    || part.height() < exemplars.facts(i).height()) {
                return Optional.of(
                        "detail is woven from %sx%s pixels of %s"
                                .formatted(part.width(), part.height(), exemplars.facts(i).name()));
            }
        }
        return Optional.empty();
    }

    /**
     * Learns the weave, in a few seconds.
     *
     * @param start from 1 to {@link #mostStart}: the larger, the larger are the pieces of exemplar
     *     that are shown
     */
    public Weave learn(int start) {
        int halvings = Weave.guideHalvings(start);
        List<GlobalVector> textures = textures();
        if (levels == null) {
            levels = new ZoomLevels(model.withWeave(null), opener, textures, Averaging.VALUES);
        }
        double chroma = WeaveLearning.chroma(pictures, start);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            GlobalField field = new GlobalField.Constant(textures.get(i));
            NoiseField plane = new NoiseField(model, SEED, field, Boundary.ENDLESS);
            Pixels seen = sample(levels.network(halvings, plane), halvings, start, i);
            sources.add(WeaveLearning.learn(pictures.get(i), domains.get(i), seen, start, chroma));
        }
        List<Head> heads = levels.heads(halvings);
        return new Weave(
                start,
                true,
                chroma,
                Weight.stacked(heads.stream().map(Head::weight).toList()),
                Weight.stacked(heads.stream().map(Head::bias).toList()),
                sources,
                MaterialMaps.NONE);
    }

    @Override
    public void close() {
        if (levels != null) {
            levels.close();
        }
    }

    private Pixels sample(PixelSource guide, int halvings, int start, int exemplar) {
        int side = GUIDE_SIDE >> halvings;
        Pixels picture = Pixels.of(guide.onOneThread(), new PixelRegion(0, 0, side, side));
        Pixels small =
                start == halvings ? picture : picture.halved(start - halvings, Averaging.VALUES);
        return small.channels() == pictures.get(exemplar).channels() ? small : small.inColour();
    }

    private List<GlobalVector> textures() {
        Textures known = Textures.of(model);
        return known.names().isEmpty() ? List.of(known.random(SEED)) : known.all();
    }
}
