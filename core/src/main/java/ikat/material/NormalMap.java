package ikat.material;

import ikat.image.Pixels;
import ikat.io.Workers;
import ikat.signal.Plane;

/**
 * The direction that a surface faces at each pixel: a vector of length 1.
 *
 * @param x to the right, in [-1, 1]
 * @param y upwards
 * @param z to the eye
 */
public record NormalMap(Plane x, Plane y, Plane z) {

    /** From slopes by Scharr's filters (2000), whose directions are the most even of this size. */
    static NormalMap of(Surface surface, double depth, Workers workers) {
        Plane height = surface.plane();
        int width = height.width();
        float[] xs = new float[height.values().length];
        float[] ys = new float[xs.length];
        float[] zs = new float[xs.length];
        workers.each(
                height.height(),
                y -> {
                    for (int x = 0; x < width; x++) {
                        double right = 0;
                        double down = 0;
                        for (int side = -1; side <= 1; side++) {
                            double weight = (side == 0 ? 10 : 3) / 32.0;
                            right +=
                                    weight
                                            * (surface.at(x + 1, y + side)
                                                    - surface.at(x - 1, y + side));
                            down +=
                                    weight
                                            * (surface.at(x + side, y + 1)
                                                    - surface.at(x + side, y - 1));
                        }
                        double nx = -depth * right;
                        double ny = depth * down; // image rows run downwards, y upwards
                        double length = Math.sqrt(nx * nx + ny * ny + 1);
                        int i = y * width + x;
                        xs[i] = (float) (nx / length);
                        ys[i] = (float) (ny / length);
                        zs[i] = (float) (1 / length);
                    }
                });
        return new NormalMap(
                new Plane(width, height.height(), xs),
                new Plane(width, height.height(), ys),
                new Plane(width, height.height(), zs));
    }

    /**
     * The directions as colours: 0 to 255 for -1 to 1.
     *
     * @param downwards whether green grows downwards, as in DirectX, and not upwards, as in OpenGL
     */
    public Pixels colours(boolean downwards) {
        int width = x.width();
        int height = x.height();
        Pixels picture = Pixels.empty(width, height, 3);
        byte[] bytes = picture.bytes();
        for (int i = 0; i < width * height; i++) {
            bytes[3 * i] = level(x.values()[i]);
            bytes[3 * i + 1] = level(downwards ? -y.values()[i] : y.values()[i]);
            bytes[3 * i + 2] = level(z.values()[i]);
        }
        return picture;
    }

    private static byte level(float value) {
        return (byte) Math.round((value + 1) * 127.5f);
    }
}
