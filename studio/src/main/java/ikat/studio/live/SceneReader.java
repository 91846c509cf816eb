package ikat.studio.live;

import ikat.image.PixelRegion;
import ikat.studio.live.Scene.Encoding;
import ikat.studio.live.Scene.Mix;
import ikat.studio.live.Scene.Movement;
import ikat.studio.live.Scene.Movement.Play;
import ikat.studio.live.Scene.Steer;
import ikat.studio.live.Scene.Steer.Mode;
import java.util.List;

/** Parses scenes; absent keys have default values. */
final class SceneReader {

    private static final long FARTHEST = 1L << 40;
    private static final int USUAL_SIDE = 512;
    private static final double FASTEST = 10;
    private static final double HEAVIEST = 1e6;

    private SceneReader() {}

    /**
     * Parses the scene of a message.
     *
     * @throws ikat.studio.web.Problem 400 if a value is not valid or a key is unknown
     */
    static Scene read(Message message) {
        Scene scene =
                new Scene(
                        message.wholeNumber("serial", 0, 0, 0xFFFF_FFFFL),
                        message.text("model"),
                        message.wholeNumber("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                        area(message),
                        mix(message),
                        movement(message),
                        message.choice("encoding", Encoding.RAW),
                        message.object("steer").map(SceneReader::steer).orElse(Steer.OFF));
        message.end();
        return scene;
    }

    private static PixelRegion area(Message message) {
        return new PixelRegion(
                message.wholeNumber("x", 0, -FARTHEST, FARTHEST),
                message.wholeNumber("y", 0, -FARTHEST, FARTHEST),
                side(message, "width"),
                side(message, "height"));
    }

    private static int side(Message message, String key) {
        return (int) message.wholeNumber(key, USUAL_SIDE, Scene.LEAST_SIDE, Scene.MOST_SIDE);
    }

    private static Mix mix(Message message) {
        List<String> textures = message.texts("textures", Mix.MOST);
        return new Mix(
                textures,
                message.numbers("weights", Mix.MOST, 0, HEAVIEST),
                message.number("softness", 1, 0, 1));
    }

    private static Movement movement(Message message) {
        return new Movement(
                message.choice("play", Play.STILL),
                message.number("drift", 0, -FASTEST, FASTEST),
                message.number("driftScale", 1, 0, 1),
                message.number("travel", 0, -FASTEST, FASTEST),
                message.number("phase", 0, 0, 1),
                message.number("speed", 1, 0, FASTEST),
                message.number("loopSeconds", 6, 1, 60));
    }

    private static Steer steer(Message message) {
        Steer steer =
                new Steer(
                        message.choice("mode", Mode.OFF),
                        message.number("strength", 1, 0, 1),
                        message.number("smoothing", 0.5, 0, 1),
                        message.number("softness", 0.3, 0, 1));
        message.end();
        return steer;
    }
}
