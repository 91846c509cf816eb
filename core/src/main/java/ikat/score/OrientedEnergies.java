package ikat.score;

import ikat.analysis.ColourDirections;
import ikat.image.Exemplar;
import ikat.signal.Binomial;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Features of crops by oriented filters: energies of second derivatives of a Gaussian and their
 * Hilbert transforms at four orientations and scales (Freeman and Adelson 1991, table III), their
 * products within and across scales, energies of the energies (second-order scattering: Bruna and
 * Mallat 2013), differences of near pixels, and waves of the periods that a generator's strides
 * leave. Contrast and colour are kept.
 */
final class OrientedEnergies {

    private static final int OCTAVES = 4;
    private static final int ORIENTATIONS = 4;
    private static final int[][] NEAR = {
        {1, 0}, {0, 1}, {2, 0}, {0, 2}, {1, 1}, {1, -1}, {3, 0}, {0, 3}
    };

    /** Frequencies of the waves of 2 and 4 pixels, in quarters of a cycle a pixel. */
    private static final int[][] GRID = {
        {1, 0}, {2, 0}, {-1, 1}, {0, 1}, {1, 1}, {2, 1}, {0, 2}, {1, 2}, {2, 2}
    };

    private final CropFeatures features;

    private OrientedEnergies(CropFeatures features) {
        this.features = features;
    }

    /**
     * The features of a picture.
     *
     * @param picture in three channels
     * @param side of a crop
     */
    static CropFeatures of(Exemplar picture, int side) {
        OrientedEnergies energies =
                new OrientedEnergies(new CropFeatures(picture.width(), picture.height(), side));
        Plane[] opponents =
                ColourDirections.opponents(picture, 0, 0, picture.width(), picture.height());
        energies.addDifferences(opponents[0]);
        energies.addGrids(opponents[0]);
        energies.addColours(opponents);
        energies.addEnergies(opponents[0]);
        return energies.features;
    }

    private void addEnergies(Plane brightness) {
        List<Plane[]> finer = List.of();
        Plane level = brightness;
        for (int octave = 0; octave < OCTAVES && features.resolves(octave); octave++) {
            Filtered filtered = Filtered.of(level);
            addProducts(filtered, octave);
            List<Plane[]> coarser = new ArrayList<>();
            for (int f = 0; f < finer.size(); f++) {
                Plane[] halved = new Plane[ORIENTATIONS];
                for (int o = 0; o < ORIENTATIONS; o++) {
                    halved[o] = Binomial.halved(finer.get(f)[o]);
                    for (Plane second : Filtered.of(halved[o]).energies) {
                        features.add(second, octave, 1);
                    }
                    if (f == finer.size() - 1) {
                        features.add(product(halved[o], filtered.energies[o]), octave, 2);
                        features.add(product(halved[o], filtered.even[o]), octave, 2);
                    }
                }
                coarser.add(halved);
            }
            coarser.add(filtered.energies);
            finer = coarser;
            level = Binomial.halved(level);
        }
    }

    private void addProducts(Filtered filtered, int octave) {
        for (int o = 0; o < ORIENTATIONS; o++) {
            Plane energy = filtered.energies[o];
            features.add(energy, octave, 1);
            features.add(product(filtered.even[o], energy), octave, 2);
            for (int other = o; other < ORIENTATIONS; other++) {
                features.add(product(energy, filtered.energies[other]), octave, 2);
            }
        }
    }

    private void addDifferences(Plane plane) {
        int width = plane.width();
        int height = plane.height();
        for (int[] step : NEAR) {
            float[] first = new float[width * height];
            float[] second = new float[width * height];
            for (int i = 0; i < first.length; i++) {
                int x = i % width;
                int y = i / width;
                float next = plane.at(inside(x + step[0], width), inside(y + step[1], height));
                float last = plane.at(inside(x - step[0], width), inside(y - step[1], height));
                first[i] = Math.abs(next - plane.values()[i]);
                second[i] = Math.abs(next + last - 2 * plane.values()[i]);
            }
            features.add(new Plane(width, height, first), 0, 1);
            features.add(new Plane(width, height, second), 0, 1);
        }
    }

    private void addGrids(Plane plane) {
        Plane detail = plane.minus(Binomial.blurred(plane));
        int width = plane.width();
        for (int[] frequency : GRID) {
            float[] real = new float[detail.values().length];
            float[] imaginary = new float[real.length];
            for (int i = 0; i < real.length; i++) {
                int turn =
                        Math.floorMod(frequency[0] * (i % width) + frequency[1] * (i / width), 4);
                float signed = turn < 2 ? detail.values()[i] : -detail.values()[i];
                real[i] = turn % 2 == 0 ? signed : 0;
                imaginary[i] = turn % 2 == 0 ? 0 : signed;
            }
            features.addWave(
                    new Plane(width, plane.height(), real),
                    new Plane(width, plane.height(), imaginary));
        }
    }

    private void addColours(Plane[] opponents) {
        for (int c = 0; c < opponents.length; c++) {
            Plane own = opponents[c];
            features.add(own, 0, 1);
            for (int other = c; other < opponents.length; other++) {
                features.add(product(own, opponents[other]), 0, 2);
            }
            features.add(product(product(own, own), own), 0, 3);
            for (int octave = 0; octave < OCTAVES && features.resolves(octave); octave++) {
                Plane blurred = Binomial.blurred(own);
                Plane band = own.minus(blurred);
                features.add(product(band, band), octave, 2);
                features.add(product(product(band, band), band), octave, 3);
                own = Binomial.everySecond(blurred);
            }
        }
    }

    private static Plane product(Plane a, Plane b) {
        float[] product = new float[a.values().length];
        for (int i = 0; i < product.length; i++) {
            product[i] = a.values()[i] * b.values()[i];
        }
        return new Plane(a.width(), a.height(), product);
    }

    private static int inside(int place, int size) {
        return Math.min(Math.max(place, 0), size - 1);
    }

    /**
     * A plane seen through a quadrature pair at each orientation.
     *
     * @param even responses of the even filters
     * @param energies magnitudes of both responses
     */
    private record Filtered(Plane[] even, Plane[] energies) {

        private static final int REACH = 4;
        private static final double STEP = 0.67;

        private static final double[] G = taps(t -> Math.exp(-t * t));
        private static final double[] G_X = taps(t -> t * Math.exp(-t * t));
        private static final double[] G_XX = taps(t -> 0.9213 * (2 * t * t - 1) * Math.exp(-t * t));
        private static final double[] G_XY = taps(t -> 1.3576 * t * Math.exp(-t * t));
        private static final double[] H_XX = taps(t -> 0.978 * (t * t - 0.7515) * Math.exp(-t * t));
        private static final double[] H_XXX =
                taps(t -> 0.978 * (t * t - 2.254) * t * Math.exp(-t * t));

        private static double[] taps(DoubleUnaryOperator shape) {
            double[] taps = new double[2 * REACH + 1];
            for (int i = 0; i < taps.length; i++) {
                taps[i] = shape.applyAsDouble((i - REACH) * STEP);
            }
            return taps;
        }

        static Filtered of(Plane plane) {
            float[][] g = {
                responses(plane, G_XX, G), responses(plane, G_XY, G_XY), responses(plane, G, G_XX)
            };
            float[][] h = {
                responses(plane, H_XXX, G),
                responses(plane, H_XX, G_X),
                responses(plane, G_X, H_XX),
                responses(plane, G, H_XXX)
            };
            Plane[] even = new Plane[ORIENTATIONS];
            Plane[] energies = new Plane[ORIENTATIONS];
            for (int o = 0; o < ORIENTATIONS; o++) {
                double cos = Math.cos(Math.PI * o / ORIENTATIONS);
                double sin = Math.sin(Math.PI * o / ORIENTATIONS);
                float[] first = new float[g[0].length];
                float[] energy = new float[first.length];
                for (int i = 0; i < first.length; i++) {
                    double a = cos * cos * g[0][i] - 2 * cos * sin * g[1][i] + sin * sin * g[2][i];
                    double b =
                            cos * cos * (cos * h[0][i] - 3 * sin * h[1][i])
                                    + sin * sin * (3 * cos * h[2][i] - sin * h[3][i]);
                    first[i] = (float) a;
                    energy[i] = (float) Math.sqrt(a * a + b * b);
                }
                even[o] = new Plane(plane.width(), plane.height(), first);
                energies[o] = new Plane(plane.width(), plane.height(), energy);
            }
            return new Filtered(even, energies);
        }

        /** A separable filter; beyond its edges the plane goes on as at the edge. */
        private static float[] responses(Plane plane, double[] across, double[] down) {
            int width = plane.width();
            int height = plane.height();
            float[] rows = new float[width * height];
            float[] responses = new float[width * height];
            for (int i = 0; i < rows.length; i++) {
                int row = i / width * width;
                double sum = 0;
                for (int t = -REACH; t <= REACH; t++) {
                    sum += across[t + REACH] * plane.values()[row + inside(i - row + t, width)];
                }
                rows[i] = (float) sum;
            }
            for (int y = 0; y < height; y++) {
                for (int t = -REACH; t <= REACH; t++) {
                    int from = inside(y + t, height) * width;
                    float tap = (float) down[t + REACH];
                    for (int x = 0; x < width; x++) {
                        responses[y * width + x] += tap * rows[from + x];
                    }
                }
            }
            return responses;
        }
    }
}
