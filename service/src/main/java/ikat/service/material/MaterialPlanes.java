package ikat.service.material;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Wraps;
import ikat.io.Workers;
import ikat.material.EstimatedMaps;
import ikat.model.MapKind;
import ikat.render.RepeatedTile;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The colours and maps of a material, pixel on pixel.
 *
 * @param colours 1 or 3 channels, in sRGB
 * @param maps by kind
 * @param greenDown whether green of the normals points down, as in DirectX
 */
public record MaterialPlanes(
        PixelSource colours, Map<MapKind, PixelSource> maps, boolean greenDown) {

    public MaterialPlanes {
        Map<MapKind, PixelSource> copy = new EnumMap<>(MapKind.class);
        copy.putAll(maps);
        maps = Collections.unmodifiableMap(copy);
    }

    /**
     * Colours with maps that are guessed from them, as if they were lit evenly.
     *
     * @param colours of which the region is held in memory
     * @param wraps the edges of the region at which it joins itself
     * @param greenDown where green of the normals shall point
     */
    public static MaterialPlanes made(
            PixelSource colours,
            PixelRegion region,
            Wraps wraps,
            boolean greenDown,
            Workers workers) {
        Exemplar picture = Exemplar.rendered("colours", colours, region);
        EstimatedMaps made =
                EstimatedMaps.of(picture, wraps, EstimatedMaps.Settings.USUAL, workers);
        Map<MapKind, PixelSource> maps = new EnumMap<>(MapKind.class);
        made.pictures(greenDown)
                .forEach(
                        (kind, map) ->
                                maps.put(
                                        kind,
                                        new RepeatedTile(
                                                map,
                                                kind.averaging(),
                                                region.left(),
                                                region.top())));
        return new MaterialPlanes(colours, maps, greenDown);
    }
}
