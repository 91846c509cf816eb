package ikat.studio.serve;

import ikat.noise.Boundary;
import ikat.noise.Motion;
import ikat.noise.NoiseField;
import ikat.studio.serve.PaintedMap.PaintedStroke;
import ikat.studio.serve.PaintedMap.Texture;
import ikat.texture.Brushed;
import ikat.texture.BrushedAmong;
import ikat.texture.BrushedCells;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Rerolls;
import ikat.texture.Stroke;
import ikat.texture.StrokeShares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What makes one plane of a model different from another.
 *
 * @param field of the model's own textures
 * @param over what other models show over it
 */
record PlaneContent(long seed, GlobalField field, Rerolls rerolls, Optional<Over> over) {

    /**
     * What is painted with textures of other models.
     *
     * @param parts of which each is a plane of its own
     * @param shares of all paints, also of the model's own
     * @param planeOf for each paint 0 for the model's own plane, or one more than the part
     */
    record Over(List<Part> parts, StrokeShares shares, int[] planeOf) {}

    /** A texture of another model. */
    record Part(OpenModel model, GlobalVector texture, Rerolls rerolls) {

        PlaneContent content(long seed) {
            return new PlaneContent(
                    seed, new GlobalField.Constant(texture), rerolls, Optional.empty());
        }
    }

    /** One texture everywhere. */
    static PlaneContent of(long seed, GlobalVector texture) {
        return new PlaneContent(
                seed, new GlobalField.Constant(texture), Rerolls.NONE, Optional.empty());
    }

    /**
     * What a map makes of a model.
     *
     * @param others opens the other models by their names
     * @throws IllegalArgumentException one sentence, if a model lacks a texture
     */
    static PlaneContent of(PaintedMap map, OpenModel open, Function<String, OpenModel> others) {
        return new Painter(map, open).content(others);
    }

    /**
     * The texture of the model's own plane, if it is the same everywhere and nothing is redrawn.
     */
    Optional<GlobalVector> alone() {
        List<GlobalVector> textures = field.textures();
        return textures.size() == 1 && rerolls == Rerolls.NONE
                ? Optional.of(textures.get(0))
                : Optional.empty();
    }

    /** Noise of the model's own plane. */
    NoiseField plane(OpenModel model) {
        return new NoiseField(model.model(), seed, field, Boundary.ENDLESS, Motion.STILL, rerolls);
    }

    /** Puts the content of a map together. */
    private static final class Painter {

        private final PaintedMap map;
        private final OpenModel open;
        private final List<Integer> used;
        private final GlobalVector ground;

        Painter(PaintedMap map, OpenModel open) {
            this.map = map;
            this.open = open;
            this.used = map.used();
            this.ground = vector(open, map.base());
            for (Texture texture : map.textures()) {
                if (texture.other().isEmpty()) {
                    vector(open, texture.expression()); // refused, though no stroke shows it yet
                }
            }
        }

        private GlobalVector vector(OpenModel model, Optional<String> expression) {
            return expression
                    .map(model.textures()::parse)
                    .orElseGet(() -> model.textures().random(map.seed()));
        }

        PlaneContent content(Function<String, OpenModel> others) {
            if (used.isEmpty()) {
                return new PlaneContent(
                        map.seed(),
                        new GlobalField.Constant(ground),
                        rerolls(open),
                        Optional.empty());
            }
            List<Integer> own = used.stream().filter(this::isOwn).toList();
            List<GlobalVector> textures = new ArrayList<>(List.of(ground));
            own.forEach(i -> textures.add(vector(open, map.textures().get(i).expression())));
            if (own.size() == used.size()) {
                GlobalField field =
                        new Brushed(ground, textures.subList(1, textures.size()), strokes(own));
                return new PlaneContent(map.seed(), field, rerolls(open), Optional.empty());
            }
            StrokeShares all = shares(used);
            GlobalField field = new BrushedAmong(textures, paints(own), all, shares(own));
            return new PlaneContent(
                    map.seed(), field, rerolls(open), Optional.of(over(all, others)));
        }

        private boolean isOwn(int texture) {
            return map.textures().get(texture).other().isEmpty();
        }

        private Rerolls rerolls(OpenModel model) {
            return BrushedCells.of(model.model().spec().cellPixels(), map.rerolls());
        }

        /** The strokes of some textures, which are numbered by their order here. */
        private List<Brushed.Layer> strokes(List<Integer> some) {
            List<Brushed.Layer> layers = new ArrayList<>();
            for (PaintedStroke stroke : map.strokes()) {
                Integer texture = stroke.texture();
                if (texture != null && some.contains(texture)) {
                    Stroke path = stroke.path();
                    layers.add(new Brushed.Layer(some.indexOf(texture), path));
                }
            }
            return layers;
        }

        private StrokeShares shares(List<Integer> some) {
            return new StrokeShares(
                    some.size() + 1,
                    strokes(some).stream()
                            .map(one -> new StrokeShares.Layer(one.texture() + 1, one.stroke()))
                            .toList());
        }

        /** The ground and some textures as numbers among all paints. */
        private int[] paints(List<Integer> some) {
            int[] paints = new int[some.size() + 1];
            for (int i = 0; i < some.size(); i++) {
                paints[i + 1] = used.indexOf(some.get(i)) + 1;
            }
            return paints;
        }

        private Over over(StrokeShares all, Function<String, OpenModel> others) {
            List<Part> parts = new ArrayList<>();
            int[] planeOf = new int[used.size() + 1];
            for (int i = 0; i < used.size(); i++) {
                Texture texture = map.textures().get(used.get(i));
                if (texture.other().isPresent()) {
                    OpenModel model = others.apply(texture.other().get());
                    parts.add(new Part(model, named(model, texture), rerolls(model)));
                    planeOf[i + 1] = parts.size();
                }
            }
            return new Over(parts, all, planeOf);
        }

        private GlobalVector named(OpenModel model, Texture texture) {
            try {
                return vector(model, texture.expression());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "of the model %s: %s".formatted(model.shelved().name(), e.getMessage()), e);
            }
        }
    }
}
