package ikat.service.report;

import ikat.analysis.Coverage;
import ikat.analysis.MeasuredExemplars;
import ikat.analysis.TextureStatistics;
import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.service.Rendering;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The named textures of a model beside their pictures, and whether each kept its own.
 *
 * @param coverage of the textures that were rendered
 * @param pairs of pieces, in the order of the coverage
 * @param placed names of textures that were not checked, since each of their places has a code
 */
public record CoverageSheet(Coverage coverage, List<Pair> pairs, List<String> placed) {

    /**
     * Two pieces of 160 pixels a side or less, pixel by pixel.
     *
     * @param exemplar from the middle of the picture
     * @param rendering of the texture
     */
    public record Pair(BufferedImage exemplar, BufferedImage rendering) {}

    private static final int MOST_TEXTURES = 64;

    /**
     * A rendering is compared at the size of its picture up to this: with nine honeycombs and five
     * seeds, one or two in 45 were misjudged at 320 pixels, none at 500.
     */
    private static final int RENDERED_PIXELS = 512;

    private static final int SHOWN_PIXELS = 160;
    private static final int MOST_NAMES = 3;

    public CoverageSheet {
        pairs = List.copyOf(pairs);
        placed = List.copyOf(placed);
    }

    /**
     * Renders a model's named textures, or an even selection of many, and compares each with all
     * pictures. Without named textures the sheet is empty.
     */
    public static CoverageSheet of(
            Rendering rendering, TextureModel model, MeasuredExemplars exemplars) {
        Map<String, Integer> pictures = new HashMap<>();
        for (int i = 0; i < exemplars.size(); i++) {
            pictures.put(exemplars.facts(i).texture(), i);
        }
        SortedMap<Integer, GlobalVector> codes = new TreeMap<>();
        List<String> placed = new ArrayList<>();
        Textures textures = Textures.of(model);
        for (NamedTexture texture : model.spec().textures()) {
            Integer picture = pictures.get(texture.name());
            if (texture.hasPlaces()) {
                placed.add(texture.name());
            } else if (picture != null) {
                codes.put(picture, textures.named(texture.name()));
            }
        }
        return compare(rendering, model, exemplars, spread(codes), placed);
    }

    private static SortedMap<Integer, GlobalVector> spread(SortedMap<Integer, GlobalVector> all) {
        List<Integer> indices = new ArrayList<>(all.keySet());
        SortedMap<Integer, GlobalVector> some = new TreeMap<>();
        int count = Math.min(MOST_TEXTURES, indices.size());
        for (int i = 0; i < count; i++) {
            int index = indices.get((int) ((long) i * indices.size() / count));
            some.put(index, all.get(index));
        }
        return some;
    }

    private static CoverageSheet compare(
            Rendering rendering,
            TextureModel model,
            MeasuredExemplars exemplars,
            SortedMap<Integer, GlobalVector> codes,
            List<String> placed) {
        int only = model.spec().picturePixels();
        int most = only > 0 ? Math.min(only, RENDERED_PIXELS) : RENDERED_PIXELS;
        SortedMap<Integer, float[]> rendered = new TreeMap<>();
        List<List<float[]>> parts = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        for (Map.Entry<Integer, GlobalVector> code : codes.entrySet()) {
            Exemplar exemplar = exemplars.get(code.getKey());
            int side = Math.min(most, exemplars.facts(code.getKey()).side());
            GlobalField field = new GlobalField.Constant(code.getValue());
            PixelSource plane = rendering.plane(new NoiseField(model, 0, field, Boundary.ENDLESS));
            Exemplar piece =
                    Exemplar.rendered("rendering", plane, new PixelRegion(0, 0, side, side));
            rendered.put(code.getKey(), TextureStatistics.of(piece));
            parts.add(TextureStatistics.ofQuarters(exemplar));
            pairs.add(
                    new Pair(
                            Crop.middle(exemplar, SHOWN_PIXELS), Crop.middle(piece, SHOWN_PIXELS)));
        }
        List<String> names = new ArrayList<>();
        exemplars.facts().forEach(facts -> names.add(facts.texture()));
        Coverage coverage =
                Coverage.of(
                        names,
                        MeasuredExemplars.statistics(exemplars),
                        rendered,
                        TextureStatistics.scale(parts));
        return new CoverageSheet(coverage, pairs, placed);
    }

    /** The findings in words; empty if no texture has a name. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(count());
        for (Coverage.Texture texture : coverage.missed()) {
            lines.add(texture.name() + " is nearest to " + texture.nearest());
        }
        lines.addAll(leftOut());
        return lines;
    }

    /** Which textures were not checked, in at most one line. */
    private List<String> leftOut() {
        if (placed.isEmpty()) {
            return List.of();
        }
        String more = placed.size() > MOST_NAMES ? ", ..." : "";
        String names = String.join(", ", placed.stream().limit(MOST_NAMES).toList());
        return List.of("not checked for " + names + more + ": each place has a code of its own");
    }

    /** The findings for a page whose captions report what was missed. */
    List<String> summary() {
        List<String> lines = new ArrayList<>(count());
        lines.addAll(leftOut());
        return lines;
    }

    /** How many textures kept their own picture, in one line if any was checked. */
    private List<String> count() {
        int all = coverage.textures().size();
        if (all == 0) {
            return List.of();
        }
        String rest =
                all == 1
                        ? "1 texture is nearest to its own picture"
                        : all + " textures are nearest to their own picture";
        return List.of(coverage.covered() + " of " + rest);
    }
}
