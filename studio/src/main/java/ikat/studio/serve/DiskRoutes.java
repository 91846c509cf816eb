package ikat.studio.serve;

import ikat.studio.queue.Metrics;
import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /api/disk}: what the studio keeps on the disk, by kind; and the same for metrics. */
public final class DiskRoutes implements Feature {

    private static final Logger LOG = LoggerFactory.getLogger(DiskRoutes.class);
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final Path folder;
    private final List<Kind> kinds;
    private List<Use> uses = List.of();
    private long looked;

    /**
     * A kind of files.
     *
     * @param folder of the files, which need not exist
     * @param deep whether files of its folders count, too
     * @param limit in bytes, 0 for none
     */
    public record Kind(String name, Path folder, boolean deep, long limit) {}

    /** What the files of a kind take; oldest is null if there are none. */
    private record Use(Kind kind, long files, long bytes, @Nullable FileTime oldest) {}

    /**
     * The kinds of a studio.
     *
     * @param folder of the studio
     */
    public DiskRoutes(Path folder, List<Kind> kinds, Metrics metrics) {
        this.folder = folder;
        this.kinds = kinds;
        for (Kind kind : kinds) {
            metrics.gauge(
                    "ikat.disk." + kind.name() + ".bytes",
                    "bytes that " + kind.name() + " take on the disk",
                    this,
                    routes -> routes.bytes(kind));
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/disk", this::send);
    }

    private void send(Context context) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Use use : uses()) {
            Kind kind = use.kind();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("kind", kind.name());
            facts.put("files", use.files());
            facts.put("bytes", use.bytes());
            facts.put("limitBytes", kind.limit() == 0 ? null : kind.limit());
            facts.put("oldest", use.oldest() == null ? null : use.oldest().toString());
            all.add(facts);
        }
        Path there = Files.exists(folder) ? folder : folder.toAbsolutePath().getRoot();
        context.header("Cache-Control", "no-store")
                .json(
                        Map.of(
                                "kinds",
                                all,
                                "freeBytes",
                                Files.getFileStore(there).getUsableSpace()));
    }

    private double bytes(Kind kind) {
        return uses().stream().filter(use -> use.kind().equals(kind)).mapToLong(Use::bytes).sum();
    }

    /** What the kinds take, looked up every few seconds at most. */
    private synchronized List<Use> uses() {
        if (uses.isEmpty() || System.nanoTime() - looked > FRESH_NANOS) {
            uses = kinds.stream().map(DiskRoutes::use).toList();
            looked = System.nanoTime();
        }
        return uses;
    }

    private static Use use(Kind kind) {
        Sum sum = new Sum();
        int depth = kind.deep() ? Integer.MAX_VALUE : 1;
        try {
            Files.walkFileTree(kind.folder(), Set.of(), depth, sum);
        } catch (IOException e) {
            LOG.debug("{} could not be looked through", kind.folder(), e); // its rest counts
        }
        return new Use(kind, sum.files, sum.bytes, sum.oldest);
    }

    /** Adds up files; those that vanish meanwhile do not count. */
    private static final class Sum extends SimpleFileVisitor<Path> {

        private long files;
        private long bytes;
        private @Nullable FileTime oldest;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files++;
                bytes += attributes.size();
                FileTime made = attributes.lastModifiedTime();
                oldest = oldest == null || made.compareTo(oldest) < 0 ? made : oldest;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
