package ikat.studio.live;

import ikat.image.PixelRegion;
import ikat.noise.Motion;
import ikat.studio.web.Problem;
import ikat.weave.Detail;
import java.util.List;

/**
 * What a live picture shows, as requested by the client; frames repeat the serial number that the
 * client gave its scene.
 */
record Scene(
        long serial,
        String model,
        long seed,
        PixelRegion area,
        Edges edges,
        Mix mix,
        Movement movement,
        Frame.Encoding encoding,
        Detail detail,
        Steering steer) {

    private static final int LEAST_SIDE = 64;
    private static final int USUAL_SIDE = 512;
    private static final int MOST_SIDE = 1024;
    private static final long FARTHEST = 1L << 40;

    /**
     * Parses the scene of a message; absent keys have default values.
     *
     * @throws Problem 400 if a value is not valid or a key is unknown
     */
    static Scene read(Message message) {
        Scene scene =
                new Scene(
                        message.wholeNumber("serial", 0, 0, 0xFFFF_FFFFL),
                        message.text("model"),
                        message.wholeNumber("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                        area(message),
                        message.choice("edges", Edges.OPEN),
                        Mix.read(message),
                        Movement.read(message),
                        message.choice("encoding", Frame.Encoding.RAW),
                        message.choice("detail", Detail.NETWORK),
                        message.object("steer").map(Steering::read).orElse(Steering.OFF));
        message.end();
        return scene;
    }

    /** Whether the picture joins its copies. */
    enum Edges {
        /** It is cut from an endless plane. */
        OPEN,
        /** It is one period of a plane that repeats. */
        JOINED
    }

    private static PixelRegion area(Message message) {
        return new PixelRegion(
                message.wholeNumber("x", 0, -FARTHEST, FARTHEST),
                message.wholeNumber("y", 0, -FARTHEST, FARTHEST),
                side(message, "width"),
                side(message, "height"));
    }

    private static int side(Message message, String key) {
        return (int) message.wholeNumber(key, USUAL_SIDE, LEAST_SIDE, MOST_SIDE);
    }

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

        private static final double HEAVIEST = 1e6;

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

        private static Mix read(Message message) {
            return new Mix(
                    message.texts("textures", MOST),
                    message.numbers("weights", MOST, 0, HEAVIEST),
                    message.number("softness", 1, 0, 1));
        }

        /** The share of each texture; they sum to 1. */
        double[] shares() {
            double heaviest = weights.stream().mapToDouble(weight -> weight).max().orElse(1);
            double[] shares = new double[weights.size()];
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                double relative = weights.get(i) / heaviest;
                // 1 to the power of infinity is not a number
                boolean heaviestAlone = softness == 0 || Double.isInfinite(1 / softness);
                shares[i] = heaviestAlone ? Math.floor(relative) : Math.pow(relative, 1 / softness);
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

        private static final double FASTEST = 10;

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

        private static Movement read(Message message) {
            return new Movement(
                    message.choice("play", Play.STILL),
                    message.number("drift", 0, -FASTEST, FASTEST),
                    message.number("driftScale", 1, 0, 1),
                    message.number("travel", 0, -FASTEST, FASTEST),
                    message.number("phase", 0, 0, 1),
                    message.number("speed", 1, 0, FASTEST),
                    message.number("loopSeconds", 6, 1, 60));
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
            return new Motion(turns, 0).displacement(reach);
        }
    }
}
