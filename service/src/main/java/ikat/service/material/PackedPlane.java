package ikat.service.material;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import java.util.Arrays;
import java.util.List;

/**
 * Several maps, or colours and a map, in the channels of one picture of 8 bits.
 *
 * @param layers one for each channel, 1 to 4
 */
record PackedPlane(List<Layer> layers) implements PixelSource {

    /**
     * What a channel shows.
     *
     * @param plane of which a channel is shown
     * @param channel from 0
     * @param inverted whether its opposite is shown
     */
    record Layer(PixelSource plane, int channel, boolean inverted) {

        /** The same value everywhere, from 0 to 1. */
        static Layer constant(double value) {
            return new Layer(new Even((byte) Math.round(255 * value)), 0, false);
        }
    }

    private record Even(byte level) implements PixelSource {

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public byte[] render(PixelRegion region) {
            byte[] levels = new byte[region.width() * region.height()];
            Arrays.fill(levels, level);
            return levels;
        }
    }

    @Override
    public int channels() {
        return layers.size();
    }

    @Override
    public Averaging averaging() {
        return Averaging.VALUES;
    }

    @Override
    public PixelSource onOneThread() {
        return new PackedPlane(
                layers.stream()
                        .map(
                                layer ->
                                        new Layer(
                                                layer.plane().onOneThread(),
                                                layer.channel(),
                                                layer.inverted()))
                        .toList());
    }

    @Override
    public byte[] render(PixelRegion region) {
        Pixels packed = Pixels.empty(this, region.width(), region.height());
        int channels = channels();
        for (int c = 0; c < channels; c++) {
            Layer layer = layers.get(c);
            Pixels from = Pixels.of(layer.plane(), region).at(Depth.EIGHT);
            for (int i = 0; i < region.width() * region.height(); i++) {
                byte level = from.bytes()[i * from.channels() + layer.channel()];
                packed.bytes()[i * channels + c] = layer.inverted() ? (byte) ~level : level;
            }
        }
        return packed.bytes();
    }
}
