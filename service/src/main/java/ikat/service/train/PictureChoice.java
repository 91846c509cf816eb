package ikat.service.train;

import ikat.material.MapStack;
import ikat.train.Intake;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one picture of several is prepared, and which files belong to it.
 *
 * @param intake what is done to it before it is learned
 * @param mask a picture of the same size that is white where nothing is learned, or null
 * @param maps of the material that it shows
 */
public record PictureChoice(Intake intake, @Nullable Path mask, List<MapStack.Source> maps) {

    public PictureChoice {
        maps = List.copyOf(maps);
    }
}
