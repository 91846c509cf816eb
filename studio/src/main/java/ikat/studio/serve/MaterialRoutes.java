package ikat.studio.serve;

import ikat.io.Workers;
import ikat.model.MapKind;
import ikat.service.material.MaterialKit;
import ikat.service.material.MaterialPlanes;
import ikat.service.material.MaterialTarget;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.LateAnswer;
import ikat.studio.web.Feature;
import ikat.studio.web.Heads;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.text.SafeName;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code GET /api/models/{m}/material.json}: which maps a material has; {@code
 * material/{picture}.png}: its colours or a map, one period of what repeats; {@code material.zip}:
 * all of it for a program.
 */
public final class MaterialRoutes implements Feature {

    private static final String COLOUR = "color";
    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 4096;
    private static final int MOST_SHOWN_SIDE = 2048;
    private static final int USUAL_SIDE = 512;
    private static final int MOST_NAME = 60;
    private static final int MOST_FILES = 8; // on the disk, packed or being sent

    private final Materials materials;
    private final CachedAnswers answers;
    private final FairQueue packing;
    private final int threads;
    private final Semaphore files = new Semaphore(MOST_FILES);

    private record Picture(Materials.Address address, Optional<MapKind> kind) {}

    /**
     * Routes of materials.
     *
     * @param answers cached pictures
     * @param packing the queue in which files are made
     * @param threads that render a file
     */
    public MaterialRoutes(
            Materials materials, CachedAnswers answers, FairQueue packing, int threads) {
        this.materials = materials;
        this.answers = answers;
        this.packing = packing;
        this.threads = threads;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/models/{model}/material.json", this::facts);
        routes.get("/api/models/{model}/material.zip", this::file);
        routes.get("/api/models/{model}/material/{picture}.png", this::picture);
    }

    private Materials.Address address(Context context, int most) {
        return new Materials.Address(
                materials.planes().models().shelf().get(context.pathParam("model")),
                PlaneChoice.ofTexture(context),
                Query.wholeNumber(context, "size", USUAL_SIDE, LEAST_SIDE, most));
    }

    private void facts(Context context) {
        Materials.Address address = address(context, MOST_SIDE);
        Materials.Facts facts = materials.facts(address);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("size", address.side());
        all.put("maps", facts.kinds().stream().map(MapKind::word).toList());
        all.put("made", facts.made());
        context.header("Cache-Control", "no-cache").json(all);
    }

    private void picture(Context context) {
        Materials.Address address = address(context, MOST_SHOWN_SIDE);
        String word = context.pathParam("picture");
        Optional<MapKind> kind = word.equals(COLOUR) ? Optional.empty() : Optional.of(kind(word));
        Materials.Facts facts = materials.facts(address);
        if (kind.isPresent() && !facts.kinds().contains(kind.get())) {
            throw Problem.notFound(
                    "this material has no map of %s; it has %s"
                            .formatted(word, words(List.copyOf(facts.kinds()))));
        }
        Picture wanted = new Picture(address, kind);
        if (!answers.notModified(context, wanted, context.pathParam("model"))) {
            answers.send(
                    context,
                    TileFormat.PNG.mediaType(),
                    wanted,
                    () -> TileFormat.PNG.pack(materials.picture(address, kind)));
        }
    }

    private static MapKind kind(String word) {
        return MapKind.named(word)
                .orElseThrow(
                        () ->
                                Problem.notFound(
                                        "the picture is %s, but must be %s or one of %s"
                                                .formatted(
                                                        Query.excerpt(word),
                                                        COLOUR,
                                                        MapKind.words())));
    }

    private static String words(List<MapKind> kinds) {
        return String.join(", ", kinds.stream().map(MapKind::word).toList());
    }

    private void file(Context context) {
        Materials.Address address = address(context, MOST_SIDE);
        MaterialTarget target =
                Query.text(context, "for")
                        .map(text -> Query.constant(MaterialTarget.class, "for", text))
                        .orElse(MaterialTarget.GLTF);
        if (target.powersOfTwo() && Integer.bitCount(address.side()) > 1) {
            throw Problem.badRequest(
                    "the size is %d, but %s takes sides that are powers of two"
                            .formatted(address.side(), target.word()));
        }
        materials.facts(address); // what does not exist is refused at once
        context.contentType("application/zip")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name(address, target));
        if (Heads.only(context)) {
            Heads.sendWithoutLength(context);
            return;
        }
        LateAnswer.send(context, packing, () -> pack(address, target), file -> send(context, file));
    }

    private static String name(Materials.Address address, MaterialTarget target) {
        String model = SafeName.end(base(address), MOST_NAME);
        return "%s-%s-%d.zip\"".formatted(model, target.word(), address.side());
    }

    /** In ASCII, as it names files in archives and stands in a header. */
    private static String base(Materials.Address address) {
        String texture = address.choice().texture().map(text -> "-" + text).orElse("");
        String plain = (address.model().name() + texture).replaceAll("[^A-Za-z0-9-]+", "_");
        return SafeName.of(plain.replaceAll("_+", "_"));
    }

    private Path pack(Materials.Address address, MaterialTarget target) throws IOException {
        if (!files.tryAcquire()) {
            throw Problem.busy("too many materials are being sent just now", 10);
        }
        boolean packed = false;
        Path file = Files.createTempFile("ikat-material-", ".zip");
        try (Workers workers = new Workers("studio-maps", threads)) {
            MaterialPlanes planes = materials.planes(address, workers);
            String name = SafeName.end(base(address), MOST_NAME);
            new MaterialKit(target, planes, address.region(), name, threads).write(file);
            packed = true;
            return file;
        } finally {
            if (!packed) {
                Files.deleteIfExists(file);
                files.release();
            }
        }
    }

    private void send(Context context, Path file) {
        try {
            long bytes = Files.size(file);
            InputStream in = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            context.disableCompression().result(new Sent(in, files));
            context.res().setContentLengthLong(bytes);
        } catch (IOException e) {
            files.release();
            throw new UncheckedIOException(e);
        }
    }

    /** A file that goes once it is sent. */
    private static final class Sent extends FilterInputStream {

        private final Semaphore files;
        private final AtomicBoolean open = new AtomicBoolean(true);

        Sent(InputStream in, Semaphore files) {
            super(in);
            this.files = files;
        }

        @Override
        public void close() throws IOException {
            if (open.getAndSet(false)) {
                files.release();
            }
            super.close();
        }
    }
}
