package ikat.service;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Generator;
import ikat.score.Fault;
import ikat.score.Scorer;
import ikat.text.Fact;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.weave.Detail;
import ikat.zoom.Weaving;
import ikat.zoom.ZoomablePlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Chooses how a trained model weaves. A coarser start looks more like the exemplar and shows larger
 * pieces of it. The one is taken that an observer tells least, where copies beyond chance count as
 * being told; and pictures are woven by default if it tells them less than the network's.
 */
final class WeaveChoice {

    /** Starts that are tried; finer ones were never better (docs/recipe.md). */
    private static final List<Integer> STARTS = List.of(2, 3);

    /**
     * Faults that differ by less are alike, as far as one picture tells; then the coarser start is
     * taken, whose larger pieces hold whole elements.
     */
    private static final double ALIKE = 0.5;

    private static final int USUAL_START = 2;
    private static final int MOST_SIDE = 512;
    private static final int MOST_TEXTURES = 2;
    private static final long SEED = 0x5EEDL;

    private final TextureModel model;
    private final Exemplars exemplars;
    private final Function<TextureModel, Generator> opener;

    WeaveChoice(TextureModel model, Exemplars exemplars, Function<TextureModel, Generator> opener) {
        this.model = model;
        this.exemplars = exemplars;
        this.opener = opener;
    }

    /**
     * Learns the weave, or returns none if model or exemplars do not allow it.
     *
     * @param start the start to take, or 0 to choose it
     * @param hurry asked now and then; once true, no more starts are compared
     * @param notes receives what was found
     */
    Optional<Weave> learn(int start, BooleanSupplier hurry, Consumer<Fact> notes) {
        try (Weaving weaving = new Weaving(model, opener, exemplars)) {
            return learn(weaving, start, hurry, notes);
        }
    }

    private Optional<Weave> learn(
            Weaving weaving, int start, BooleanSupplier hurry, Consumer<Fact> notes) {
        int most = weaving.mostStart();
        if (most == 0) {
            notes.accept(new Fact("note", "no detail is woven: " + weaving.obstacle()));
            return Optional.empty();
        }
        weaving.partOf(exemplars).ifPresent(part -> notes.accept(new Fact("note", part)));
        if (start > 0) {
            return Optional.of(weaving.learn(Math.min(most, start)));
        }
        List<Scored> judged = judged();
        if (judged.isEmpty() || hurry.getAsBoolean()) {
            return Optional.of(weaving.learn(Math.min(most, USUAL_START)));
        }
        Fault network = look(judged, model, Detail.NETWORK);
        Weave best = null;
        Fault bestLook = null;
        for (int tried : STARTS) {
            if (best != null && (tried > most || hurry.getAsBoolean())) {
                break;
            }
            Weave weave = weaving.learn(Math.min(tried, most));
            Fault look = look(judged, model.withWeave(weave), Detail.WOVEN);
            if (bestLook == null || look.value() < bestLook.value() + ALIKE) {
                best = weave;
                bestLook = look;
            }
        }
        Weave chosen =
                Objects.requireNonNull(best)
                        .withStandard(Objects.requireNonNull(bestLook).told() < network.told());
        notes.accept(
                new Fact(
                        "woven",
                        "%s from 1/%d of the size: %s; the network alone: %s"
                                .formatted(
                                        chosen.standard() ? "by default" : "on demand",
                                        1 << chosen.start(),
                                        bestLook.words(),
                                        network.words())));
        return Optional.of(chosen);
    }

    /** An exemplar that is large enough to be scored against. */
    private record Scored(Scorer scorer, GlobalVector texture, int side) {}

    private List<Scored> judged() {
        Textures known = Textures.of(model);
        List<Scored> judged = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_TEXTURES, exemplars.size()); i++) {
            Exemplar exemplar = exemplars.get(i);
            try {
                judged.add(
                        new Scored(
                                new Scorer(exemplar),
                                known.names().isEmpty()
                                        ? known.random(SEED)
                                        : known.named(known.names().get(i)),
                                Math.min(
                                        MOST_SIDE, Math.min(exemplar.width(), exemplar.height()))));
            } catch (IllegalArgumentException tooSmall) {
                continue; // nothing can be told of it
            }
        }
        return judged;
    }

    private Fault look(List<Scored> judged, TextureModel shown, Detail detail) {
        List<Fault> all = new ArrayList<>();
        for (Scored one : judged) {
            NoiseField plane =
                    new NoiseField(
                            shown, SEED, new GlobalField.Constant(one.texture), Boundary.ENDLESS);
            try (ZoomablePlane levels = new ZoomablePlane(shown, opener, plane, detail)) {
                PixelSource pixels = levels.level(0);
                Exemplar picture =
                        Exemplar.rendered(
                                "rendering", pixels, new PixelRegion(0, 0, one.side, one.side));
                all.add(Fault.of(one.scorer, picture));
            }
        }
        return Fault.mean(all);
    }
}
