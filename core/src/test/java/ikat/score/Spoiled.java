package ikat.score;

import ikat.image.Exemplar;
import ikat.signal.Binomial;
import ikat.signal.ComplexPlane;
import ikat.signal.Plane;
import ikat.signal.PlaneFourier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Pictures with one thing wrong each. */
final class Spoiled {

    private Spoiled() {}

    /** The same power spectrum, nothing else: every structure is gone. */
    static Exemplar phaseRandomised(Exemplar picture) {
        int width = picture.width();
        int height = picture.height();
        PlaneFourier fourier = new PlaneFourier(width, height);
        float[] noise = new float[width * height];
        Random random = new Random(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        ComplexPlane phases = fourier.forward(new Plane(width, height, noise).doubles());
        double[] magnitudes = phases.magnitudes();
        return eachChannel(
                picture,
                plane -> {
                    double mean = plane.mean();
                    ComplexPlane spectrum = fourier.forward(plane.doubles());
                    for (int i = 1; i < magnitudes.length; i++) {
                        double re = spectrum.real()[i];
                        double im = spectrum.imaginary()[i];
                        double c = phases.real()[i] / magnitudes[i];
                        double s = phases.imaginary()[i] / magnitudes[i];
                        spectrum.real()[i] = re * c - im * s;
                        spectrum.imaginary()[i] = re * s + im * c;
                    }
                    spectrum.real()[0] = mean * magnitudes.length;
                    double[] values = fourier.inverse(spectrum).real();
                    float[] out = new float[values.length];
                    for (int i = 0; i < out.length; i++) {
                        out[i] = (float) values[i];
                    }
                    return new Plane(width, height, out);
                });
    }

    static Exemplar blurred(Exemplar picture) {
        return eachChannel(picture, Binomial::blurred);
    }

    /** Squares of 32 pixels in another order. */
    static Exemplar blockShuffled(Exemplar picture) {
        int across = picture.width() / 32;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < across * (picture.height() / 32); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(2));
        return moved(
                picture,
                (x, y) -> {
                    int from = order.get(y / 32 * across + x / 32);
                    return new int[] {from % across * 32 + x % 32, from / across * 32 + y % 32};
                });
    }

    /** The first 128 pixels again and again. */
    static Exemplar tiled(Exemplar picture) {
        return moved(picture, (x, y) -> new int[] {x % 128, y % 128});
    }

    /** Redder by a little. */
    static Exemplar recoloured(Exemplar picture) {
        float[] pixels = picture.pixels().clone();
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            pixels[i] = Math.min(1, pixels[i] + 0.15f);
        }
        return made(picture, pixels);
    }

    /** A grid of 4 pixels, plus and minus some levels of 255. */
    static Exemplar checkerboarded(Exemplar picture, double levels) {
        float[] pixels = picture.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            int x = i % picture.width();
            int y = i / picture.width() % picture.height();
            double sign = (x / 2 + y / 2) % 2 == 0 ? 1 : -1;
            pixels[i] = clamp(pixels[i] + sign * levels * 2 / 255);
        }
        return made(picture, pixels);
    }

    /** Coloured noise of some levels of 255. */
    static Exemplar noisy(Exemplar picture, double levels) {
        Random random = new Random(3);
        float[] pixels = picture.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = clamp(pixels[i] + random.nextGaussian() * levels * 2 / 255);
        }
        return made(picture, pixels);
    }

    private interface Source {
        int[] of(int x, int y);
    }

    private static Exemplar moved(Exemplar picture, Source source) {
        float[] pixels = new float[picture.pixels().length];
        int at = 0;
        for (int c = 0; c < picture.channels(); c++) {
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    int[] from = source.of(x, y);
                    pixels[at++] = picture.at(c, from[0], from[1]);
                }
            }
        }
        return made(picture, pixels);
    }

    private static Exemplar eachChannel(Exemplar picture, UnaryOperator<Plane> change) {
        int area = picture.width() * picture.height();
        float[] pixels = new float[picture.channels() * area];
        for (int c = 0; c < picture.channels(); c++) {
            float[] channel = new float[area];
            System.arraycopy(picture.pixels(), c * area, channel, 0, area);
            Plane plane = change.apply(new Plane(picture.width(), picture.height(), channel));
            for (int i = 0; i < area; i++) {
                pixels[c * area + i] = clamp(plane.values()[i]);
            }
        }
        return made(picture, pixels);
    }

    private static float clamp(double value) {
        return (float) Math.max(-1, Math.min(1, value));
    }

    private static Exemplar made(Exemplar picture, float[] pixels) {
        return Exemplar.made(
                picture.name(), picture.channels(), picture.width(), picture.height(), pixels);
    }
}
