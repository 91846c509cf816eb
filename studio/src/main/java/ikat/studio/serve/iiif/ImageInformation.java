package ikat.studio.serve.iiif;

import ikat.studio.serve.Overviews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the standard's {@code info.json} says. */
final class ImageInformation {

    static final String CONTEXT = "http://iiif.io/api/image/3/context.json";

    private static final int TILE = 512;
    private static final List<String> BEYOND_LEVEL_2 =
            List.of("canonicalLinkHeader", "mirroring", "profileLinkHeader", "sizeUpscaling");
    private static final List<String> LEVEL_2_WITHOUT_CORS =
            List.of(
                    "baseUriRedirect",
                    "canonicalLinkHeader",
                    "jsonldMediaType",
                    "mirroring",
                    "profileLinkHeader",
                    "regionByPct",
                    "regionByPx",
                    "regionSquare",
                    "rotationBy90s",
                    "sizeByConfinedWh",
                    "sizeByH",
                    "sizeByPct",
                    "sizeByW",
                    "sizeByWh",
                    "sizeUpscaling");

    private ImageInformation() {}

    /**
     * The level of the standard: the higher ones demand that all sites' pages may read, so that
     * this is level 2 only where the studio lets them.
     */
    static String profile(boolean cors) {
        return cors ? "level2" : "level0";
    }

    /**
     * What there is to know of a picture.
     *
     * @param id its address without what follows
     */
    static Map<String, Object> of(String id, boolean cors) {
        Map<String, Object> information = new LinkedHashMap<>();
        information.put("@context", CONTEXT);
        information.put("id", id);
        information.put("type", "ImageService3");
        information.put("protocol", "http://iiif.io/api/image");
        information.put("profile", profile(cors));
        information.put("width", Overviews.SIDE);
        information.put("height", Overviews.SIDE);
        information.put("maxWidth", Size.MOST_SIDE);
        information.put("maxHeight", Size.MOST_SIDE);
        information.put("maxArea", Size.MOST_AREA);
        information.put("sizes", sizes());
        information.put("tiles", List.of(Map.of("width", TILE, "scaleFactors", scaleFactors())));
        information.put("preferredFormats", List.of("jpg", "webp", "png"));
        information.put("extraFormats", cors ? List.of("webp") : List.of("png", "webp"));
        information.put("extraQualities", List.of("color", "gray", "bitonal"));
        information.put("extraFeatures", cors ? BEYOND_LEVEL_2 : LEVEL_2_WITHOUT_CORS);
        return information;
    }

    private static List<Map<String, Integer>> sizes() {
        return IntStream.rangeClosed(8, 12)
                .mapToObj(power -> Map.of("width", 1 << power, "height", 1 << power))
                .toList();
    }

    private static List<Integer> scaleFactors() {
        return IntStream.iterate(1, factor -> TILE * factor <= Overviews.SIDE, factor -> 2 * factor)
                .boxed()
                .toList();
    }
}
