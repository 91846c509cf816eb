package ikat.studio.serve.iiif;

import ikat.image.Pixels;
import ikat.studio.serve.PlaneChoice;
import ikat.studio.serve.ShelvedModel;
import ikat.studio.serve.TileFormat;
import ikat.studio.web.Problem;
import java.util.Locale;

/** All that an image of the IIIF Image API depends on, in canonical form. */
record ImageRequest(
        ShelvedModel model,
        PlaneChoice choice,
        Region region,
        Size size,
        Rotation rotation,
        Quality quality,
        TileFormat format) {

    /**
     * Parses the parts of an address.
     *
     * @param last quality and format, separated by a dot
     * @throws Problem 400 if a part is not valid, 501 if it is not supported
     */
    static ImageRequest of(
            ShelvedModel model,
            PlaneChoice choice,
            String region,
            String size,
            String rotation,
            String last) {
        int dot = last.lastIndexOf('.');
        if (dot < 0) {
            throw Problem.invalid("the image", last, "QUALITY.FORMAT such as default.jpg");
        }
        Region cut = Region.of(region);
        return new ImageRequest(
                model,
                choice,
                cut,
                Size.of(size, cut),
                Rotation.of(rotation),
                Quality.of(last.substring(0, dot)),
                TileFormat.of(last.substring(dot + 1)));
    }

    /** The canonical address below the identifier. */
    String canonical() {
        return "/%s/%s/%s/%s.%s"
                .formatted(
                        region,
                        size.canonical(region),
                        rotation,
                        quality.canonical(),
                        format.ending());
    }

    /**
     * A rotation, applied after scaling.
     *
     * @param mirrored left to right, before the rotation
     * @param quarters number of clockwise quarter turns, 0 to 3
     */
    record Rotation(boolean mirrored, int quarters) {

        /**
         * Parses a rotation.
         *
         * @throws Problem 400 if it is not an angle from 0 to 360, 501 if not a multiple of 90
         */
        static Rotation of(String text) {
            boolean mirrored = text.startsWith("!");
            double angle =
                    NumberSyntax.decimals("rotation", mirrored ? text.substring(1) : text, 1)[0];
            if (angle > 360) {
                throw Problem.badRequest(
                        "the rotation is " + angle + ", but must be from 0 to 360");
            }
            if (angle % 90 != 0) {
                throw new Problem(
                        501,
                        "the rotation is "
                                + angle
                                + ", but only quarters are made: 0, 90, 180, 270");
            }
            return new Rotation(mirrored, (int) (angle / 90) % 4);
        }

        /** Turns a picture. */
        Pixels apply(Pixels picture) {
            if (!mirrored && quarters == 0) {
                return picture;
            }
            int width = picture.width();
            int height = picture.height();
            int channels = picture.channels();
            boolean swapped = quarters % 2 == 1;
            int columns = swapped ? height : width;
            Pixels turned = Pixels.empty(columns, swapped ? width : height, channels);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int from = (y * width + (mirrored ? width - 1 - x : x)) * channels;
                    int to =
                            channels
                                    * switch (quarters) {
                                        case 1 -> x * columns + height - 1 - y;
                                        case 2 -> (height - 1 - y) * columns + width - 1 - x;
                                        case 3 -> (width - 1 - x) * columns + y;
                                        default -> y * columns + x;
                                    };
                    System.arraycopy(picture.bytes(), from, turned.bytes(), to, channels);
                }
            }
            return turned;
        }

        /** The canonical form. */
        @Override
        public String toString() {
            return (mirrored ? "!" : "") + 90 * quarters;
        }
    }

    /** The quality of an image. */
    enum Quality {
        COLOR,
        GRAY,
        BITONAL;

        private static final int MIDDLE = 128;

        /**
         * Parses a quality; {@code default} is colour.
         *
         * @throws Problem 400 if there is no such quality
         */
        static Quality of(String text) {
            if (text.equals("default")) {
                return COLOR;
            }
            for (Quality quality : values()) {
                if (quality.toString().equals(text)) {
                    return quality;
                }
            }
            throw Problem.invalid("the quality", text, "one of default, color, gray, bitonal");
        }

        /** Changes a picture of 1 or 3 channels. */
        Pixels apply(Pixels picture) {
            if (this == COLOR) {
                return picture;
            }
            int channels = picture.channels();
            Pixels changed = Pixels.empty(picture.width(), picture.height(), 1);
            for (int i = 0; i < changed.bytes().length; i++) {
                int grey = grey(picture.bytes(), i * channels, channels);
                changed.bytes()[i] = (byte) (this == GRAY ? grey : grey < MIDDLE ? 0 : 255);
            }
            return changed;
        }

        /** Luma as JPEG has it. */
        private static int grey(byte[] pixels, int at, int channels) {
            int red = pixels[at] & 0xff;
            int green = pixels[at + channels / 2] & 0xff;
            int blue = pixels[at + channels - 1] & 0xff;
            return (299 * red + 587 * green + 114 * blue + 500) / 1000;
        }

        String canonical() {
            return this == COLOR ? "default" : toString();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
