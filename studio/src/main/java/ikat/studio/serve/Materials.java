package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.image.Wraps;
import ikat.io.Workers;
import ikat.material.EstimatedMaps;
import ikat.material.NormalMap;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.Weave;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.WrapCertificate.Axes;
import ikat.service.material.MaterialPlanes;
import ikat.service.render.WrapSize;
import ikat.text.Checks;
import ikat.texture.GlobalField;
import ikat.weave.Detail;
import ikat.zoom.ZoomablePlane;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Materials that repeat: the colours of a texture with its maps, or with maps that are estimated
 * from the colours where it has none. Green of normals points up. Thread-safe.
 */
public final class Materials {

    private static final int STRIP = 256;
    private static final long MOST_KEPT = 96L << 20; // bytes of estimated maps
    private static final Wraps BOTH = new Wraps(true, true);

    private final Planes planes;
    private final Cache<Address, Map<MapKind, Pixels>> estimated =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_KEPT)
                    .<Address, Map<MapKind, Pixels>>weigher((address, maps) -> bytes(maps))
                    .build();

    /** All that a material depends on; the side is in pixels. */
    record Address(ShelvedModel model, PlaneChoice choice, int side) {

        PixelRegion region() {
            return new PixelRegion(0, 0, side, side);
        }
    }

    /**
     * What is known of a material before anything is rendered.
     *
     * @param kinds of its maps
     * @param made whether they are estimated from the colours
     */
    record Facts(Set<MapKind> kinds, boolean made) {}

    /** Materials of planes. */
    public Materials(Planes planes) {
        this.planes = planes;
    }

    Planes planes() {
        return planes;
    }

    private static int bytes(Map<MapKind, Pixels> maps) {
        return maps.values().stream().mapToInt(map -> map.bytes().length).sum();
    }

    /**
     * The maps of a material, which exist or can be estimated.
     *
     * @throws ikat.service.Refusal if the side is not of whole cells
     * @throws IllegalArgumentException one sentence, if the model has no such texture
     */
    Facts facts(Address address) {
        Period period = period(address); // refuses at once what does not repeat
        return new Facts(
                period.made() ? EstimatedMaps.KINDS : period.known().kinds(), period.made());
    }

    /**
     * One picture of a material, rendered on the calling thread.
     *
     * @param kind of the map; empty for the colours
     */
    Pixels picture(Address address, Optional<MapKind> kind) {
        Period period = period(address);
        if (kind.isPresent() && period.made()) {
            Map<MapKind, Pixels> maps = estimated.get(address, key -> period.estimate());
            return Checks.present("map", maps.get(kind.get()));
        }
        PixelSource plane = kind.map(period::map).orElseGet(period::colours);
        return period.pixels(plane.onOneThread());
    }

    /** The planes of a material, for a file; maps that are estimated are held in memory. */
    MaterialPlanes planes(Address address, Workers workers) {
        Period period = period(address);
        if (period.made()) {
            return MaterialPlanes.made(period.colours(), address.region(), BOTH, false, workers);
        }
        Map<MapKind, PixelSource> maps = new EnumMap<>(MapKind.class);
        period.known().kinds().forEach(kind -> maps.put(kind, period.map(kind)));
        return new MaterialPlanes(period.colours(), maps, false);
    }

    private Period period(Address address) {
        OpenModel model = planes.models().get(address.model());
        GlobalField field = planes.field(model, address.choice());
        Boundary boundary =
                WrapSize.boundary(
                        "the size is",
                        Axes.XY,
                        address.side(),
                        address.side(),
                        model.model().spec());
        field.repeating(address.side(), address.side());
        NoiseField noise = new NoiseField(model.model(), address.choice().seed(), field, boundary);
        Detail detail = detail(model, address.choice());
        return new Period(
                address.region(),
                known(model),
                detail,
                ZoomablePlane.of(model.levels(), noise, detail));
    }

    /** A model that has maps is woven, as they belong to woven detail. */
    private static Detail detail(OpenModel model, PlaneChoice choice) {
        boolean mapped = !known(model).kinds().isEmpty();
        return mapped ? choice.detail().orElse(Detail.WOVEN) : Planes.detail(model, choice);
    }

    private static MaterialMaps known(OpenModel model) {
        Weave weave = model.model().weave();
        return weave == null ? MaterialMaps.NONE : weave.maps();
    }

    /** One period of a plane that repeats. */
    private record Period(
            PixelRegion region, MaterialMaps known, Detail detail, ZoomablePlane plane) {

        boolean made() {
            return known.kinds().isEmpty() || detail == Detail.NETWORK;
        }

        PixelSource colours() {
            return plane.level(0);
        }

        PixelSource map(MapKind kind) {
            PixelSource map = plane.map(kind, 0);
            return kind == MapKind.NORMAL && known.greenDown() ? NormalMap.turned(map) : map;
        }

        Map<MapKind, Pixels> estimate() {
            Exemplar picture = Exemplar.rendered("colours", colours().onOneThread(), region);
            try (Workers workers = new Workers("studio-maps", 1)) {
                return EstimatedMaps.of(picture, BOTH, EstimatedMaps.Settings.USUAL, workers)
                        .pictures(false);
            }
        }

        Pixels pixels(PixelSource source) {
            Pixels all = Pixels.empty(source, region.width(), region.height());
            for (int top = 0; top < region.height(); top += STRIP) {
                int height = Math.min(STRIP, region.height() - top);
                Pixels.of(source, new PixelRegion(0, top, region.width(), height))
                        .copyInto(all, 0, top);
            }
            return all;
        }
    }
}
