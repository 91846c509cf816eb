package ikat.studio.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.image.PixelRegion;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.studio.serve.PlaneChoice;
import ikat.studio.web.Problem;
import ikat.texture.GlobalField;
import ikat.weave.Detail;
import ikat.zoom.ZoomablePlane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramePainterTest {

    private static final String ALL = "'textures':['bark','moss','palace','bark'],";
    private static final String LOOP =
            ALL + "'weights':[1,1,0,0],'play':'loop','drift':0.3,'travel':-0.2,'loopSeconds':2,";

    private final FramePainter painter = new FramePainter();
    @TempDir private Path folder;
    private TestScene scenes;

    @BeforeEach
    void makeModel() throws IOException {
        scenes = new TestScene(folder);
    }

    private byte[] paint(StagedScene staged, PlayClock clock) {
        return painter.paint(staged, clock, Optional.empty(), false).bytes();
    }

    private byte[] plane(StagedScene staged, String texture) {
        PlaneChoice choice = new PlaneChoice(5, Optional.of(texture), Optional.empty());
        return ZoomablePlane.of(
                        staged.model().levels(),
                        new NoiseField(
                                staged.model().model(),
                                choice.seed(),
                                new GlobalField.Constant(staged.model().textures().parse(texture)),
                                Boundary.ENDLESS),
                        Detail.NETWORK)
                .level(0)
                .render(new PixelRegion(-20, 30, 64, 64));
    }

    @Test
    void aFrameOfOneTextureIsThePlane() {
        StagedScene one = scenes.staged("'seed':5,'x':-20,'y':30," + ALL + "'weights':[1,0,0,0]");

        assertThat(paint(one, new PlayClock())).isEqualTo(plane(one, "bark"));
        assertThat(plane(one, "bark")).isNotEqualTo(plane(one, "moss"));
    }

    @Test
    void aJoinedPictureRepeats() {
        String mixed = ALL + "'weights':[1,1,0,0],'y':8,'edges':'joined','x':";
        PlayClock clock = new PlayClock();

        assertThat(paint(scenes.staged(mixed + "-20"), clock))
                .isEqualTo(paint(scenes.staged(mixed + "44"), clock))
                .isNotEqualTo(paint(scenes.staged(mixed + "-12"), clock));
    }

    @Test
    void whatCannotBeJoinedIsRefused() {
        String joined = "'textures':['bark'],'weights':[1],'edges':'joined'";
        String odd =
                "{'model':'named','width':66,'height':64," + joined + "}"; // cells are 8 px wide

        assertThatThrownBy(() -> scenes.staged(TestScene.read(odd)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("the picture is 66x64")
                .hasMessageContaining("whole cells");
        assertThatThrownBy(() -> scenes.staged(joined + ",'steer':{'mode':'brightness'}"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("edges is joined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.3"})
    void aLoopClosesBitForBit(String reach) {
        StagedScene loop = scenes.staged(LOOP + "'driftScale':" + reach);
        PlayClock clock = new PlayClock();
        clock.pass(loop.scene().movement(), 0.75);
        byte[] first = paint(loop, clock);
        clock.pass(loop.scene().movement(), 0.5);
        byte[] between = paint(loop, clock);
        clock.pass(loop.scene().movement(), 1.5);

        assertThat(paint(loop, clock)).isEqualTo(first).isNotEqualTo(between);
    }

    @Test
    void aLoopBeginsWhereTheDriftEnded() {
        StagedScene drift = scenes.staged(ALL + "'weights':[1,1,0,0],'play':'drift','drift':0.3");
        PlayClock clock = new PlayClock();
        clock.pass(drift.scene().movement(), 1.1);
        byte[] last = paint(drift, clock);
        StagedScene loop = scenes.staged(LOOP + "'driftScale':1");
        clock.pass(loop.scene().movement(), 0);

        assertThat(paint(loop, clock)).isEqualTo(last);
        assertThat(last).isNotEqualTo(paint(drift, new PlayClock()));
    }

    @Test
    void aWalkGoesFromTextureToTexture() {
        StagedScene walk =
                scenes.staged(
                        "'seed':5,'x':-20,'y':30,'play':'walk',"
                                + "'textures':['bark','moss'],'weights':[1,1]");
        PlayClock clock = new PlayClock();
        clock.pass(walk.scene().movement(), 0);
        byte[] begin = paint(walk, clock);
        clock.pass(walk.scene().movement(), 4);

        assertThat(begin).isEqualTo(plane(walk, "bark"));
        assertThat(paint(walk, clock)).isEqualTo(plane(walk, "moss"));
        clock.pass(walk.scene().movement(), 4);
        assertThat(paint(walk, clock)).isEqualTo(begin);
    }

    @Test
    void theSharesOfAWalkAreThoseOfItsFrame() {
        StagedScene walk =
                scenes.staged("'textures':['bark','moss'],'weights':[0,1],'play':'walk'");
        PlayClock clock = new PlayClock();
        clock.pass(walk.scene().movement(), 0);
        for (double passed : new double[] {1.3, 1.1, 2.2, 0.7}) {
            clock.pass(walk.scene().movement(), passed);
            byte[] frame = paint(walk, clock);
            double[] shares = clock.shown();
            assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-12));
            StagedScene still =
                    scenes.staged(
                            "'textures':['bark','moss'],'weights':[%s,%s]"
                                    .formatted(shares[0], shares[1]));
            assertThat(difference(paint(still, new PlayClock()), frame)).isLessThan(0.01);
        }
    }

    @Test
    void aWalkBeginsFromTheMixtureThatIsShown() {
        String rest = "'textures':['bark','moss'],'weights':[0,1],'play':";
        StagedScene still = scenes.staged(rest + "'still'");
        PlayClock clock = new PlayClock();
        byte[] mixture = paint(still, clock);
        StagedScene walk = scenes.staged(rest + "'walk'");
        clock.pass(walk.scene().movement(), 0);

        assertThat(paint(walk, clock)).isEqualTo(mixture);
        assertThat(clock.fading()).isTrue();
        clock.pass(walk.scene().movement(), 0.25);
        assertThat(paint(walk, clock)).isNotEqualTo(mixture);
        clock.pass(walk.scene().movement(), 0.5);
        assertThat(clock.fading()).isFalse();
    }

    @Test
    void noiseThatReachesLessFarStaysNearer() {
        byte[] still = drifted(0);
        double near = difference(still, drifted(0.1));
        double far = difference(still, drifted(0.9));

        assertThat(near).isPositive().isLessThan(far / 2);
    }

    private byte[] drifted(double reach) {
        StagedScene scene =
                scenes.staged(
                        "'textures':['bark'],'weights':[1],'play':'drift','drift':1,'driftScale':"
                                + reach);
        PlayClock clock = new PlayClock();
        clock.pass(scene.scene().movement(), 0.25);
        return paint(scene, clock);
    }

    private static double difference(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 255) - (b[i] & 255));
        }
        return sum / a.length;
    }
}
