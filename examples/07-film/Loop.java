import ikat.film.Film;
import ikat.film.FilmRenderer;
import ikat.film.Pace;
import ikat.film.Timeline;
import ikat.film.Walk;
import ikat.model.TextureModel;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import java.nio.file.Path;
import java.util.Arrays;

/** Walks through three textures, and shows that the frame after the last is the first. */
public class Loop {

    public static void main(String[] arguments) throws Exception {
        TextureModel model = TextureModel.read(Path.of("samples.safetensors"));
        Walk walk = Walk.through(Textures.of(model).parseAll("knit,scales,brick"));
        GlobalField start = walk.stations().get(0);
        Timeline second = new Timeline(25, 25, Timeline.Course.LOOP);
        Film film = Film.of(128, 128, second, start).withWalk(walk).withPace(new Pace(1, 0));
        try (FilmRenderer renderer = FilmRenderer.open(model, film)) {
            byte[] first = renderer.frame(0); // [height, width, channels], 8 bits each
            byte[] afterTheLast = renderer.frame(25);
            if (!Arrays.equals(first, afterTheLast)) {
                throw new IllegalStateException("the loop does not close");
            }
        }
    }
}
