package ikat.studio.jobs.training;

import ikat.image.Averaging;
import ikat.image.Domain;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.service.train.PictureChoice;
import ikat.service.train.PictureReading;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.LateAnswer;
import ikat.studio.serve.TileFormat;
import ikat.studio.web.Caching;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.train.PlanSettings;
import ikat.train.Setting;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a training: as they were sent, as they would be learned with other preparations,
 * and what is masked.
 */
final class PictureRoutes {

    private static final String BELOW = "/api/trainings/{id}/pictures/{picture}";
    private static final int MOST_PIXELS = 1024; // a side

    /** Side of the squares in two greys that stand for what is not learned, in shown pixels. */
    private static final int SQUARE = 8;

    private final JobRoutes<TrainingTask> common;
    private final FairQueue desk;

    PictureRoutes(JobRoutes<TrainingTask> common, FairQueue desk) {
        this.common = common;
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.get(BELOW + ".jpg", this::middle);
        routes.get(BELOW + "/whole.jpg", this::whole);
        routes.get(BELOW + "/prepared.jpg", this::prepared);
        routes.get(BELOW + "/mask.png", this::mask);
    }

    private int number(Context context) {
        String number = context.pathParam("picture");
        int count = common.job(context).plan().pictures().size();
        if (!number.matches("\\d{1,2}") || Integer.parseInt(number) >= count) {
            throw Problem.notFound("there is no picture " + Query.excerpt(number));
        }
        return Integer.parseInt(number);
    }

    private LearnedPicture picture(Context context) {
        return common.job(context).plan().pictures().get(number(context));
    }

    private Path folder(Context context) {
        return common.job(context).files().pictures();
    }

    private void middle(Context context) throws IOException {
        Path crop = common.job(context).files().crop(number(context));
        JobRoutes.sendFile(context, crop, "image/jpeg");
    }

    private void whole(Context context) {
        Path file = folder(context).resolve(picture(context).file());
        if (!Caching.answered(context, Caching.tag(context.path()), true)) {
            send(context, TileFormat.JPG, () -> small(ImageFiles.read(file)));
        }
    }

    private void prepared(Context context) {
        LearnedPicture picture = picture(context);
        PlanSettings asked = asked(context);
        String mask = "no".equals(context.queryParam("mask")) ? null : picture.prepared().mask();
        Preparation wanted = new Preparation(Map.of(), mask, Map.of());
        PlanSettings shared = common.job(context).plan().choices().settings().with(asked);
        PictureChoice choice = wanted.choice(shared, folder(context));
        Path file = folder(context).resolve(picture.file());
        String tag = context.path() + "?" + context.queryString() + " " + mask;
        if (!Caching.answered(context, Caching.tag(tag), false)) {
            PictureReading reading = new PictureReading(choice.intake(), choice.mask());
            send(context, TileFormat.JPG, () -> small(reading.read(file)));
        }
    }

    /** The settings in a query. */
    private static PlanSettings asked(Context context) {
        PlanSettings asked = PlanSettings.NONE;
        for (Setting<?> setting : Preparation.SETTINGS) {
            String text = context.queryParam(setting.name());
            if (text != null && !text.isBlank()) {
                asked = asked.withText(setting.name(), text);
            }
        }
        return asked;
    }

    private void mask(Context context) {
        @Nullable String mask = picture(context).prepared().mask();
        if (mask == null) {
            throw Problem.notFound("nothing of this picture is masked");
        }
        Path file = folder(context).resolve(mask);
        if (!Caching.answered(context, Caching.tag(context.path() + " " + mask), false)) {
            send(context, TileFormat.PNG, () -> ImageFiles.read(file).withChannels(1).toPixels());
        }
    }

    private void send(Context context, TileFormat format, Look<Pixels> look) {
        LateAnswer.send(
                context,
                desk,
                () -> format.pack(Look.at(look)),
                bytes -> context.contentType(format.mediaType()).result(bytes));
    }

    /** A picture of a bounded size, with squares where nothing is learned. */
    private static Pixels small(Exemplar picture) {
        Pixels whole = picture.toPixels();
        int halvings = 0;
        while (Math.max(picture.width(), picture.height()) > MOST_PIXELS << halvings) {
            halvings++;
        }
        Pixels small = halvings == 0 ? whole : whole.halved(halvings, Averaging.LIGHT);
        if (picture.domain().hides()) {
            veil(small, picture.domain(), halvings);
        }
        return small;
    }

    private static void veil(Pixels small, Domain domain, int halvings) {
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                if (domain.isHidden(x << halvings, y << halvings)) {
                    boolean dark = (x / SQUARE + y / SQUARE) % 2 == 0;
                    int at = small.at(x, y);
                    for (int c = 0; c < small.channels(); c++) {
                        small.bytes()[at + c] = (byte) (dark ? 0x66 : 0x99);
                    }
                }
            }
        }
    }
}
