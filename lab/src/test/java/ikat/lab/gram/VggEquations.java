package ikat.lab.gram;

import java.util.ArrayList;
import java.util.List;

/** VGG-19 as the equations say it, one number after the other, in double precision. */
final class VggEquations {

    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};
    private static final List<String> USED = List.of("0", "pool 2", "pool 4", "pool 8", "pool 12");

    /** Feature maps {@code [channel][row][column]}. */
    record Maps(double[][][] values) {

        int height() {
            return values[0].length;
        }

        int width() {
            return values[0][0].length;
        }
    }

    private VggEquations() {}

    /** The maps after conv1_1 and the first four pooling layers, of a picture in [-1, 1]. */
    static List<Maps> maps(Vgg19Weights weights, double[][][] picture) {
        Maps x = normalised(picture);
        List<Maps> used = new ArrayList<>();
        for (int i = 0; i < weights.layers().size(); i++) {
            x = convolved(weights.layers().get(i), x);
            keep(String.valueOf(i), x, used);
            if (USED.contains("pool " + (i + 1))) {
                x = averaged(x);
                keep("pool " + (i + 1), x, used);
            }
        }
        return used;
    }

    private static void keep(String name, Maps maps, List<Maps> used) {
        if (USED.contains(name)) {
            used.add(maps);
        }
    }

    private static Maps normalised(double[][][] picture) {
        double[][][] made = new double[3][picture[0].length][picture[0][0].length];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < made[c].length; y++) {
                for (int x = 0; x < made[c][y].length; x++) {
                    made[c][y][x] = ((picture[c][y][x] + 1) / 2 - MEAN[c]) / DEVIATION[c];
                }
            }
        }
        return new Maps(made);
    }

    /** A 3x3 convolution of maps with zeros around them, rectified. */
    private static Maps convolved(Vgg19Weights.Layer layer, Maps in) {
        int out = layer.weight().shape()[0];
        double[][][] made = new double[out][in.height()][in.width()];
        for (int o = 0; o < out; o++) {
            for (int y = 0; y < in.height(); y++) {
                for (int x = 0; x < in.width(); x++) {
                    double sum = layer.bias().values()[o] + around(layer, in, o, x, y);
                    made[o][y][x] = Math.max(0, sum);
                }
            }
        }
        return new Maps(made);
    }

    private static double around(Vgg19Weights.Layer layer, Maps in, int out, int x, int y) {
        float[] weights = layer.weight().values();
        int channels = in.values().length;
        double sum = 0;
        for (int dy = 0; dy < 3; dy++) {
            for (int dx = 0; dx < 3; dx++) {
                int row = y + dy - 1;
                int column = x + dx - 1;
                if (row < 0 || row >= in.height() || column < 0 || column >= in.width()) {
                    continue;
                }
                for (int c = 0; c < channels; c++) {
                    double weight = weights[((out * channels + c) * 3 + dy) * 3 + dx];
                    sum += weight * in.values()[c][row][column];
                }
            }
        }
        return sum;
    }

    private static Maps averaged(Maps in) {
        double[][][] made = new double[in.values().length][in.height() / 2][in.width() / 2];
        for (int c = 0; c < made.length; c++) {
            for (int y = 0; y < made[c].length; y++) {
                for (int x = 0; x < made[c][y].length; x++) {
                    double[] upper = in.values()[c][2 * y];
                    double[] lower = in.values()[c][2 * y + 1];
                    made[c][y][x] =
                            (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]) / 4;
                }
            }
        }
        return new Maps(made);
    }

    /** The mean product of each two channels over all positions. */
    static double[][] gram(Maps maps) {
        int channels = maps.values().length;
        double[][] gram = new double[channels][channels];
        for (int a = 0; a < channels; a++) {
            for (int b = 0; b < channels; b++) {
                for (int y = 0; y < maps.height(); y++) {
                    for (int x = 0; x < maps.width(); x++) {
                        gram[a][b] += maps.values()[a][y][x] * maps.values()[b][y][x];
                    }
                }
                gram[a][b] /= maps.height() * maps.width();
            }
        }
        return gram;
    }

    /** The mean over the layers of the squared distance relative to the exemplar's square. */
    static double loss(List<Maps> picture, List<Maps> exemplar) {
        double loss = 0;
        for (int layer = 0; layer < picture.size(); layer++) {
            double[][] made = gram(picture.get(layer));
            double[][] wanted = gram(exemplar.get(layer));
            double distance = 0;
            double square = 0;
            for (int i = 0; i < made.length; i++) {
                for (int j = 0; j < made.length; j++) {
                    distance += Math.pow(made[i][j] - wanted[i][j], 2);
                    square += wanted[i][j] * wanted[i][j];
                }
            }
            loss += distance / square / picture.size();
        }
        return loss;
    }
}
