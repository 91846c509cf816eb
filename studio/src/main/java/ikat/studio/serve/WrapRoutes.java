package ikat.studio.serve;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.render.WrapCertificate;
import ikat.render.WrapCertificate.Axes;
import ikat.service.render.WrapSize;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.web.Feature;
import ikat.studio.web.Query;
import ikat.text.SafeName;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * {@code GET /api/models/{m}/wrap.png}: a picture that joins seamlessly with copies of itself;
 * {@code wrap.json}: the certificate of that.
 *
 * @param answers cached pictures and certificates
 * @param version of the program, named in certificates
 */
public record WrapRoutes(Planes planes, CachedAnswers answers, String version) implements Feature {

    private record Picture(WrapAddress address, TileFormat format) {}

    @Override
    public void addTo(RoutesConfig routes) {
        for (TileFormat format : TileFormat.values()) {
            routes.get(
                    "/api/models/{model}/wrap." + format.ending(),
                    context -> picture(context, format));
        }
        routes.get("/api/models/{model}/wrap.json", this::certificate);
    }

    private void picture(Context context, TileFormat format) {
        Period period = period(context);
        WrapAddress address = period.address;
        send(
                context,
                new Picture(address, format),
                format.mediaType(),
                () -> format.pack(period.pixels()));
    }

    private void certificate(Context context) {
        Period period = period(context);
        send(context, period.address, "application/json", () -> period.certificate(version));
    }

    private void send(Context context, Record wanted, String mediaType, Callable<byte[]> work) {
        if (!answers.notModified(context, wanted, context.pathParam("model"))) {
            answers.send(context, mediaType, wanted, work);
        }
    }

    /** The period that a request asks for; throws as {@link WrappedPlane#of}. */
    private Period period(Context context) {
        String id = context.pathParam("model");
        WrapAddress address = WrapAddress.of(context, planes.models().shelf().get(id));
        OpenModel model = planes.models().get(address.model());
        WrapSize size =
                WrapSize.of(
                        address.axes(), address.width(), address.height(), model.model().spec());
        return new Period(address, WrappedPlane.of(planes, model, address.choice(), size));
    }

    /** One period of a plane that repeats. */
    private record Period(WrapAddress address, WrappedPlane repeating) {

        private static final int STRIP = 256;

        /** The pixels of the period. */
        Pixels pixels() {
            PixelSource plane = plane();
            Pixels all = Pixels.empty(plane, address.width(), address.height());
            for (int top = 0; top < address.height(); top += STRIP) {
                int height = Math.min(STRIP, address.height() - top);
                Pixels.of(plane, new PixelRegion(0, top, address.width(), height))
                        .copyInto(all, 0, top);
            }
            return all;
        }

        /** The certificate, as the file that {@code ikat render --wrap} writes. */
        byte[] certificate(String version) {
            PixelRegion period = new PixelRegion(0, 0, address.width(), address.height());
            return repeating
                    .facts(version)
                    .certificate(
                            address.fileName(TileFormat.PNG),
                            WrapCertificate.of(plane(), period, address.axes()));
        }

        private PixelSource plane() {
            return repeating.pixels().onOneThread();
        }
    }

    /** All that a repeating picture depends on; sides in pixels. */
    private record WrapAddress(
            ShelvedModel model, PlaneChoice choice, Axes axes, int width, int height) {

        /** Smaller pictures show nothing. */
        static final int LEAST_SIDE = 64;

        /** Larger pictures, which are not held in memory, are renders. */
        static final int MOST_SIDE = 4096;

        private static final int USUAL_SIDE = 512;
        private static final int MOST_NAME = 60;

        /** Reads the query of a request. */
        static WrapAddress of(Context context, ShelvedModel model) {
            return new WrapAddress(
                    model,
                    PlaneChoice.of(context),
                    Query.text(context, "wrap")
                            .map(text -> Query.constant(Axes.class, "wrap", text))
                            .orElse(Axes.XY),
                    Query.wholeNumber(context, "width", USUAL_SIDE, LEAST_SIDE, MOST_SIDE),
                    Query.wholeNumber(context, "height", USUAL_SIDE, LEAST_SIDE, MOST_SIDE));
        }

        /** A name for the picture as a file. */
        String fileName(TileFormat format) {
            String texture = choice.texture().or(choice::map).map(t -> "-" + t).orElse("");
            String name = SafeName.of(model.name() + texture).replaceAll("-+", "-");
            return "%s-%d-%dx%d-%s.%s"
                    .formatted(
                            SafeName.end(name, MOST_NAME),
                            choice.seed(),
                            width,
                            height,
                            axes.name().toLowerCase(Locale.ROOT),
                            format.ending());
        }
    }
}
