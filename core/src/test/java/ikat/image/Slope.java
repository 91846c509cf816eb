package ikat.image;

/**
 * A slope that no 8 bits could hold.
 *
 * @param channels 1 or 3
 */
public record Slope(int channels, Depth depth) implements PixelSource {

    @Override
    public Averaging averaging() {
        return Averaging.VALUES;
    }

    @Override
    public byte[] render(PixelRegion region) {
        Pixels picture = Pixels.empty(this, region.width(), region.height());
        for (int y = 0; y < region.height(); y++) {
            for (int x = 0; x < region.width(); x++) {
                for (int c = 0; c < channels; c++) {
                    long place = 17 * (region.left() + x) + 3 * (region.top() + y) + 5 * c;
                    double value = Math.floorMod(place, 65_536) / 65_535.0;
                    depth.put(
                            picture.bytes(),
                            picture.at(x, y) + c * depth.bytes(),
                            depth.one() * value);
                }
            }
        }
        return picture.bytes();
    }
}
