package ikat.studio.serve;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.noise.Boundary;
import ikat.render.WrapCertificate;
import ikat.service.render.CertificateFile;
import ikat.service.render.WrapFacts;
import ikat.service.render.WrapSize;
import ikat.texture.GlobalField;
import ikat.zoom.ZoomablePlane;

/**
 * A plane that repeats, and the period of it that is asked for. Safe for many threads.
 *
 * @param model that makes it
 * @param field which texture stands where
 * @param address of the period
 * @param boundary how it repeats
 */
record WrapPlane(
        OpenModel model, GlobalField field, WrapAddress address, Boundary.Wrapping boundary) {

    private static final int STRIP = 256;

    /**
     * The plane of an address.
     *
     * @throws ikat.service.Refusal if the size is not of whole cells
     * @throws IllegalArgumentException one sentence, if the field cannot close
     */
    static WrapPlane of(OpenModel model, GlobalField field, WrapAddress address) {
        Boundary.Wrapping boundary =
                WrapSize.boundary(
                        "the size is",
                        address.axes(),
                        address.width(),
                        address.height(),
                        model.model().spec());
        field.repeating(
                address.axes().across() ? address.width() : 0,
                address.axes().down() ? address.height() : 0);
        return new WrapPlane(model, field, address, boundary);
    }

    int channels() {
        return model.model().spec().colourChannels();
    }

    /** The period, {@code [height, width, channels]}. */
    byte[] pixels() {
        PixelSource plane = plane();
        int row = address.width() * channels();
        byte[] all = new byte[address.height() * row];
        for (int top = 0; top < address.height(); top += STRIP) {
            int height = Math.min(STRIP, address.height() - top);
            byte[] strip = plane.render(new PixelRegion(0, top, address.width(), height));
            System.arraycopy(strip, 0, all, top * row, strip.length);
        }
        return all;
    }

    /** What proves that it repeats, as the file that {@code ikat render --wrap} writes. */
    byte[] certificate(String version) {
        PixelRegion period = new PixelRegion(0, 0, address.width(), address.height());
        WrapFacts facts =
                new WrapFacts(
                        String.valueOf(address.model().file().getFileName()),
                        model.model(),
                        field.textures(),
                        address.words(),
                        address.choice().seed(),
                        boundary,
                        version);
        return CertificateFile.text(
                address.fileName(TileFormat.PNG),
                facts,
                WrapCertificate.of(plane(), period, address.axes()));
    }

    private PixelSource plane() {
        return ZoomablePlane.of(model.levels(), address.choice().seed(), field, boundary)
                .level(0)
                .onOneThread();
    }
}
