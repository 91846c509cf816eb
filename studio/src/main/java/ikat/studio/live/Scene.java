package ikat.studio.live;

import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.studio.serve.TileFormat;
import ikat.studio.web.Problem;
import java.util.List;

/**
 * What a live picture shows, as requested by the client.
 *
 * @param serial the client's number of this scene, repeated in its frames
 * @param model the id of the model
 * @param seed of the noise
 * @param area of the plane
 * @param mix of textures
 * @param movement how it moves
 * @param encoding how frames are sent
 * @param steer how a camera steers it
 */
record Scene(
        long serial,
        String model,
        long seed,
        PixelRegion area,
        Mix mix,
        Movement movement,
        Encoding encoding,
        Steer steer) {

    /** The shortest side of a frame in pixels. */
    static final int LEAST_SIDE = 64;

    /** The longest side of a frame in pixels. */
    static final int MOST_SIDE = 1024;

    /**
     * A mixture of textures.
     *
     * @param textures expressions, at most {@link #MOST}; none for a model that has one texture
     *     only
     * @param weights one for each texture, not negative, not all 0
     * @param softness from 0, only the heaviest texture, to 1, shares equal to the weights
     */
    record Mix(List<String> textures, List<Double> weights, double softness) {

        /** The maximum number of textures. */
        static final int MOST = 16;

        Mix {
            textures = List.copyOf(textures);
            weights = List.copyOf(weights);
            if (weights.size() != textures.size()) {
                throw Problem.badRequest(
                        "there are %s weights, but must be one for each of the %s textures"
                                .formatted(weights.size(), textures.size()));
            }
            if (!textures.isEmpty() && weights.stream().allMatch(weight -> weight == 0)) {
                throw Problem.badRequest("the weights are all 0, but at least one must be above 0");
            }
        }

        /** The share of each texture; they sum to 1. */
        double[] shares() {
            double heaviest = weights.stream().mapToDouble(weight -> weight).max().orElse(1);
            double[] shares = new double[weights.size()];
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                double relative = weights.get(i) / heaviest;
                shares[i] = softness == 0 ? Math.floor(relative) : Math.pow(relative, 1 / softness);
                sum += shares[i];
            }
            for (int i = 0; i < shares.length; i++) {
                shares[i] /= sum;
            }
            return shares;
        }
    }

    /**
     * How a live picture moves.
     *
     * @param play what moves
     * @param drift turns of the local noise a second
     * @param reach how far the local noise moves: at 1 each value runs through its whole range and
     *     round again, below it swings about its own place over this part of a turn
     * @param travel turns of every wave a second
     * @param phase turns by which every wave is shifted
     * @param speed seconds of play a second
     * @param loopSeconds seconds of play that a loop takes
     */
    record Movement(
            Play play,
            double drift,
            double reach,
            double travel,
            double phase,
            double speed,
            double loopSeconds) {

        /** What moves. */
        enum Play {
            /** Nothing. */
            STILL,
            /** The noise, on and on. */
            DRIFT,
            /** The noise, and the mixture goes from texture to texture. */
            WALK,
            /** The noise, in whole turns, so that the end is the beginning. */
            LOOP
        }

        /**
         * Whether one frame follows the other without anybody asking.
         *
         * @param textures that a walk would go through
         */
        boolean moves(int textures) {
            return speed > 0
                    && play != Play.STILL
                    && (drift != 0 || travel != 0 || (play == Play.WALK && textures > 1));
        }

        /** Where the local noise is after so many turns. */
        double displacement(double turns) {
            return reach == 1 ? turns : reach / 2 * StrictMath.sin(2 * Math.PI * turns);
        }
    }

    /** The encoding of frames. */
    enum Encoding {
        /** Red, green and blue of each pixel: fast and large. */
        RAW {
            @Override
            byte[] pack(Pixels frame) {
                return frame.channels() == 3 ? frame.bytes() : coloured(frame.bytes());
            }
        },
        /** JPEG: some milliseconds slower, an eighth of the size or less. */
        JPEG {
            @Override
            byte[] pack(Pixels frame) {
                return TileFormat.JPG.pack(frame);
            }
        };

        /** The payload of a frame. */
        abstract byte[] pack(Pixels frame);

        private static byte[] coloured(byte[] grey) {
            byte[] pixels = new byte[grey.length * 3];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = grey[i / 3];
            }
            return pixels;
        }
    }

    /**
     * How a camera's picture chooses the textures.
     *
     * @param mode what of the picture counts
     * @param strength from 0, where it counts for nothing, to 1, where it alone counts
     * @param smoothing from 0, where each picture replaces the one before, to 1, where they flow
     *     into one another over about a hundred
     * @param softness from 0, hard borders, to 1, borders that are mixed over a quarter of a
     *     thousand pixels and by colours that are only roughly alike
     */
    record Steer(Mode mode, double strength, double smoothing, double softness) {

        /** What of the picture counts. */
        enum Mode {
            /** Nothing. */
            OFF,
            /** From dark to bright, along the textures in their order. */
            BRIGHTNESS,
            /** The texture whose own colour is nearest. */
            COLOUR
        }

        /** No camera. */
        static final Steer OFF = new Steer(Mode.OFF, 0, 0, 0);

        private static final double LONGEST_MEMORY = 0.98;
        private static final double WIDEST_BORDER = 256;
        private static final double LEAST_TOLERANCE =
                3; // of CIELAB, about the least that one notices
        private static final double MOST_TOLERANCE = 40;

        boolean on() {
            return mode != Mode.OFF && strength > 0;
        }

        /** The share of the pictures before in the smoothed one. */
        double memory() {
            return LONGEST_MEMORY * smoothing;
        }

        /** Pixels over which a border is mixed. */
        double borderPixels() {
            return WIDEST_BORDER * softness * softness;
        }

        /** The distance of colours, in CIELAB, at which a texture counts noticeably less. */
        double tolerance() {
            return LEAST_TOLERANCE + (MOST_TOLERANCE - LEAST_TOLERANCE) * softness;
        }
    }
}
