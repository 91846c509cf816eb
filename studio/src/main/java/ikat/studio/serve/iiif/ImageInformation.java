package ikat.studio.serve.iiif;

import com.fasterxml.jackson.annotation.JsonProperty;
import ikat.studio.serve.Planes;
import java.util.List;
import java.util.stream.IntStream;

/** The {@code info.json} of the IIIF Image API 3.0. */
record ImageInformation(
        @JsonProperty("@context") String context,
        String id,
        String type,
        String protocol,
        String profile,
        int width,
        int height,
        int maxWidth,
        int maxHeight,
        int maxArea,
        List<Extent> sizes,
        List<TileSize> tiles,
        List<String> preferredFormats,
        List<String> extraFormats,
        List<String> extraQualities,
        List<String> extraFeatures) {

    static final String CONTEXT = "http://iiif.io/api/image/3/context.json";

    record Extent(int width, int height) {}

    record TileSize(int width, List<Integer> scaleFactors) {}

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

    /**
     * The compliance level: higher ones require that pages of all sites may read, so this is level
     * 2 only if the studio lets them.
     */
    static String profile(boolean cors) {
        return cors ? "level2" : "level0";
    }

    /**
     * Describes the image at a base address; {@code cors} says whether pages of other sites may
     * read.
     */
    static ImageInformation of(String id, boolean cors) {
        return new ImageInformation(
                CONTEXT,
                id,
                "ImageService3",
                "http://iiif.io/api/image",
                profile(cors),
                Planes.IMAGE_SIDE,
                Planes.IMAGE_SIDE,
                Size.MOST_SIDE,
                Size.MOST_SIDE,
                Size.MOST_AREA,
                IntStream.rangeClosed(8, 12)
                        .mapToObj(power -> new Extent(1 << power, 1 << power))
                        .toList(),
                List.of(new TileSize(TILE, scaleFactors())),
                List.of("jpg", "webp", "png"),
                cors ? List.of("webp") : List.of("png", "webp"),
                List.of("color", "gray", "bitonal"),
                cors ? BEYOND_LEVEL_2 : LEVEL_2_WITHOUT_CORS);
    }

    private static List<Integer> scaleFactors() {
        return IntStream.iterate(
                        1, factor -> TILE * factor <= Planes.IMAGE_SIDE, factor -> 2 * factor)
                .boxed()
                .toList();
    }
}
