package ikat.material;

import ikat.image.ChangedPlane;
import ikat.image.Depth;
import ikat.image.PixelSource;
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

    /**
     * Whether green grows downwards in a map of normals. Slopes belong to a surface only if the
     * change of each along the other axis is the same; with green turned around it has the other
     * sign.
     *
     * @param normals three channels
     */
    static boolean isGreenDown(Pixels normals) {
        int width = normals.width();
        int height = normals.height();
        double agreement = 0;
        for (int y = 0; y + 1 < height; y++) {
            for (int x = 0; x + 1 < width; x++) {
                double own = slope(normals, x, y, 0);
                double across = slope(normals, x, y, 1);
                double change = slope(normals, x, y + 1, 0) - own;
                double other = slope(normals, x + 1, y, 1) - across;
                agreement -= change * other;
            }
        }
        return agreement < 0;
    }

    private static double slope(Pixels normals, int x, int y, int channel) {
        return -direction(normals, x, y, channel) / Math.max(0.1, direction(normals, x, y, 2));
    }

    private static double direction(Pixels normals, int x, int y, int channel) {
        Depth depth = normals.depth();
        int at = normals.at(x, y) + channel * depth.bytes();
        return 2 * depth.get(normals.bytes(), at) / depth.one() - 1;
    }

    /** A plane of normals whose green points the other way. */
    public static PixelSource turned(PixelSource plane) {
        return new ChangedPlane(plane, plane.depth(), NormalMap::turned);
    }

    /** Normals whose green points the other way; twice, they are the same to the bit. */
    public static Pixels turned(Pixels normals) {
        Depth depth = normals.depth();
        Pixels turned = normals.copy();
        int pixel = normals.pixelBytes();
        for (int at = depth.bytes(); at < turned.bytes().length; at += pixel) {
            depth.put(turned.bytes(), at, depth.one() - depth.get(normals.bytes(), at));
        }
        return turned;
    }

    private static byte level(float value) {
        return (byte) Math.round((value + 1) * 127.5f);
    }
}
