package ikat.image;

/**
 * A plane at 8 bits per channel.
 *
 * @param plane of any depth
 */
public record EightBits(PixelSource plane) implements PixelSource {

    @Override
    public int channels() {
        return plane.channels();
    }

    @Override
    public Averaging averaging() {
        return plane.averaging();
    }

    @Override
    public PixelSource onOneThread() {
        return new EightBits(plane.onOneThread());
    }

    @Override
    public byte[] render(PixelRegion region) {
        return plane.depth() == Depth.EIGHT
                ? plane.render(region)
                : Pixels.of(plane, region).at(Depth.EIGHT).bytes();
    }
}
