package ikat.texture;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.noise.Fields;
import ikat.texture.Brushed.Layer;
import ikat.texture.Stroke.Point;
import ikat.texture.Stroke.SampleSquare;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is painted is found without looking at all of it. */
class StrokeIndexTest {

    private static final int SIDE = 256;

    /** Strokes whose points lie anywhere within a distance of the origin. */
    private static List<Stroke> strokes(int count, int points, double spread, double radius) {
        Random random = new Random(count + points);
        List<Stroke> strokes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Point> path = new ArrayList<>();
            for (int p = 0; p < points; p++) {
                path.add(
                        new Point(
                                (2 * random.nextDouble() - 1) * spread,
                                (2 * random.nextDouble() - 1) * spread));
            }
            strokes.add(new Stroke(radius * (0.2 + random.nextDouble()), 1, path));
        }
        return strokes;
    }

    private static double[] reaches(List<Stroke> strokes) {
        return strokes.stream().mapToDouble(Stroke::radius).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 3000, 1e5, 1e9})
    void whatIsLeftOutChangesNoDistance(double spread) {
        List<Stroke> strokes = strokes(60, 6, spread, 120);
        strokes.add(new Stroke(40, 0, List.of(new Point(SIDE, -SIDE))));
        strokes.add(new Stroke(40, 0, List.of(new Point(0, 5), new Point(0, 900))));
        StrokeIndex index = new StrokeIndex(strokes, reaches(strokes), SIDE);
        Random random = new Random(7);
        double[] expected = new double[33 * 33];
        double[] found = new double[33 * 33];
        for (int i = 0; i < 200; i++) {
            long column = Math.round(random.nextGaussian() * spread / SIDE / 2);
            long row = Math.round(random.nextGaussian() * spread / SIDE / 2);
            SampleSquare square = new SampleSquare(column * SIDE, row * SIDE, 8, 33);
            List<StrokeIndex.Near> near = index.at(column, row);
            assertThat(near).extracting(StrokeIndex.Near::stroke).isSorted();
            for (int s = 0; s < strokes.size(); s++) {
                double reach = strokes.get(s).radius();
                int stroke = s;
                List<Stroke.Segment> segments =
                        near.stream()
                                .filter(one -> one.stroke() == stroke)
                                .flatMap(one -> one.segments().stream())
                                .toList();
                Stroke.measure(strokes.get(s).segments(), square, 0, reach, expected);
                Stroke.measure(segments, square, 0, reach, found);
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "68719476736, 4096, 256", // 2^36: every stroke crosses the whole plane
        "100000, 4096, 256", // all of them within one tile
        "3000, 4096, 32",
        "3000, 4096, 1"
    })
    void aTileOfTwoThousandStrokesCostsSeconds(double spread, double radius, long times) {
        List<Layer> layers = new ArrayList<>();
        Random random = new Random(3);
        for (Stroke stroke : strokes(2000, 25, spread, radius / 1.2)) {
            List<Point> crossing = new ArrayList<>();
            for (Point point : stroke.points()) {
                crossing.add(point);
                double off = 1e5 * random.nextDouble();
                crossing.add(new Point(off - point.x(), off - point.y()));
            }
            layers.add(new Layer(0, new Stroke(stroke.radius(), 1, crossing.subList(0, 25))));
        }
        GlobalField field =
                new GlobalField.Shrunk(new Brushed(Fields.A, List.of(Fields.B), layers), times);
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double[] weights = new double[2];
        double painted = 0;
        for (int i = 0; i < 512 * 512; i++) {
            field.weigh(i % 512 - 256, i / 512 - 256, weights);
            painted += weights[1];
        }
        double seconds =
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
        assertThat(painted).isPositive();
        assertThat(seconds).isLessThan(15);
    }

    @Test
    void fromAfarAFieldIsSampledAsItIsSeen() {
        Brushed near =
                new Brushed(
                        Fields.A,
                        List.of(Fields.B),
                        List.of(
                                new Layer(
                                        0,
                                        new Stroke(
                                                20_000,
                                                0.5,
                                                List.of(
                                                        new Point(0, 0),
                                                        new Point(90_000, 40_000))))));
        GlobalField far = near.seenEvery(256);
        assertThat(near.seenEvery(8)).isSameAs(near);
        int changed = 0;
        for (int i : IntStream.range(-200, 200).toArray()) {
            double[] one = new double[2];
            double[] other = new double[2];
            near.weigh(256L * i + 100, 128L * i, one);
            far.weigh(256L * i + 100, 128L * i, other);
            changed += Math.abs(one[1] - other[1]) > 0.02 ? 1 : 0;
            assertThat(Arrays.stream(other).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        }
        assertThat(changed).isZero();
    }
}
