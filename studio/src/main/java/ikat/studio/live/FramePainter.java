package ikat.studio.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.noise.Boundary;
import ikat.noise.Motion;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import ikat.studio.live.Scene.Movement.Play;
import ikat.studio.live.Steering.Mode;
import ikat.studio.serve.OpenModel;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Painted;
import ikat.texture.Rerolls;
import ikat.weave.Detail;
import ikat.zoom.ZoomablePlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders the frames of live pictures. Thread-safe. */
final class FramePainter {

    private static final int MOST_OF_ONE_TILE = 1024 * 512;

    /** Planes that stand still; their pixels are kept by the model. */
    private static final int KEPT = 16;

    private final MeanColours colours = new MeanColours();
    private final Cache<Still, PixelSource> woven = Caffeine.newBuilder().maximumSize(KEPT).build();

    /** Renders a frame; one that is alone in the queue may use all threads. */
    Pixels paint(StagedScene staged, PlayClock clock, Optional<CameraPicture> seen, boolean alone) {
        Scene scene = staged.scene();
        GlobalField field = field(staged, clock, seen);
        Motion motion = clock.motion(scene.movement());
        Boundary boundary = staged.boundary();
        NoiseField noise =
                new NoiseField(
                        staged.model().model(),
                        scene.seed(),
                        field,
                        boundary,
                        motion,
                        Rerolls.NONE);
        Still still = new Still(staged.model(), scene.seed(), field, boundary, motion);
        PixelSource plane = plane(staged, noise, still);
        PixelRegion area = scene.area();
        boolean oneTile = area.width() * area.height() <= MOST_OF_ONE_TILE;
        PixelSource source = alone && oneTile ? plane : plane.onOneThread();
        return Pixels.of(source, area);
    }

    /**
     * The plane of a frame. Woven pixels flicker where the noise moves or one texture becomes
     * another, so only what stands still is woven, and kept while it is looked around in.
     */
    private PixelSource plane(StagedScene staged, NoiseField noise, Still plane) {
        Scene scene = staged.scene();
        OpenModel model = staged.model();
        boolean still = scene.movement().play() == Play.STILL && !scene.steer().on();
        if (still && scene.detail() == Detail.WOVEN && Detail.of(model.model()) == Detail.WOVEN) {
            return woven.get(
                    plane, key -> ZoomablePlane.of(model.levels(), noise, Detail.WOVEN).level(0));
        }
        return new TextureRenderer(model.levels().generator(), noise);
    }

    /** What a plane that does not move depends on. */
    private record Still(
            OpenModel model, long seed, GlobalField field, Boundary boundary, Motion motion) {}

    private GlobalField field(StagedScene staged, PlayClock clock, Optional<CameraPicture> seen) {
        List<GlobalVector> textures = staged.textures();
        if (textures.isEmpty()) {
            return GlobalField.NONE;
        }
        double[] shares = clock.shares(wanted(staged, clock));
        Scene scene = staged.scene();
        if (seen.isPresent() && scene.steer().on() && textures.size() > 1) {
            return Painted.weighed(
                    seen.get().width(),
                    steered(staged, seen.get(), shares),
                    textures,
                    scene.area(),
                    scene.steer().borderPixels());
        }
        return mixed(textures, shares);
    }

    private static double[] wanted(StagedScene staged, PlayClock clock) {
        if (staged.scene().movement().play() != Play.WALK) {
            return staged.scene().mix().shares();
        }
        GlobalField place = clock.place(staged.walk());
        double[] weights = new double[place.textures().size()];
        place.weigh(0, 0, weights);
        double[] shares = new double[staged.textures().size()];
        for (int i = 0; i < weights.length; i++) {
            shares[staged.textures().indexOf(place.textures().get(i))] += weights[i];
        }
        return shares;
    }

    private float[][] steered(StagedScene staged, CameraPicture picture, double[] shares) {
        Steering steer = staged.scene().steer();
        return steer.mode() == Mode.BRIGHTNESS
                ? Steering.byBrightness(picture, shares, steer.strength())
                : Steering.byColour(
                        picture,
                        colours.of(staged.model(), staged.textures()),
                        steer.tolerance(),
                        shares,
                        steer.strength());
    }

    /** Leaves out textures without a share: each one costs time at every place. */
    private static GlobalField mixed(List<GlobalVector> textures, double[] shares) {
        List<GlobalField> parts = new ArrayList<>();
        List<Double> some = new ArrayList<>();
        for (int t = 0; t < shares.length; t++) {
            if (shares[t] > 0) {
                parts.add(new GlobalField.Constant(textures.get(t)));
                some.add(shares[t]);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new GlobalField.Mixture(parts, some);
    }
}
