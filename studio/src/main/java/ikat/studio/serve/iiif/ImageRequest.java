package ikat.studio.serve.iiif;

import ikat.studio.serve.PlaneChoice;
import ikat.studio.serve.ShelvedModel;
import ikat.studio.serve.TileFormat;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;

/** All that an image of the standard depends on, each part in one form only. */
record ImageRequest(
        ShelvedModel model,
        PlaneChoice choice,
        Region region,
        Size size,
        Rotation rotation,
        Quality quality,
        TileFormat format) {

    /**
     * Reads the parts of an address.
     *
     * @param last quality and format with a dot between them
     * @throws Problem 400 or 501 if a part cannot be read or is not made
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
            throw Problem.badRequest(
                    "the image is "
                            + Query.excerpt(last)
                            + ", but must be QUALITY.FORMAT such as default.jpg");
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

    /** The address below the identifier that all equal requests share. */
    String canonical() {
        return "/%s/%s/%s/%s.%s"
                .formatted(
                        region,
                        size.canonical(region),
                        rotation,
                        quality.canonical(),
                        format.ending());
    }
}
