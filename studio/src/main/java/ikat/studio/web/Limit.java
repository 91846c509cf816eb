package ikat.studio.web;

/** What a studio gives at most; each has a usual value that can be set. */
public enum Limit {
    WAITING("waiting", 1024, 16, 100_000, "requests that may wait for their turn"),
    WAITING_EACH("waiting-each", 512, 8, 100_000, "of them, those of one reader"),
    WORK_SECONDS("work-seconds", 60, 1, 86_400, "seconds that a tile or picture may take"),
    LOOK_SECONDS("look-seconds", 120, 1, 86_400, "seconds that looking at sent pictures may take"),
    PACK_SECONDS("pack-seconds", 600, 1, 86_400, "seconds that packing a material may take"),
    BODIES("bodies", 64, 1, 128, "requests with bodies that are read at a time"),
    JOBS("jobs", 200, 1, 10_000, "trainings and comparisons that are kept"),
    JOBS_MB("jobs-mb", 8_192, 1, 1 << 24, "megabytes that they may take on the disk"),
    EXPORTS("exports", 20, 1, 10_000, "exports that are kept"),
    EXPORTS_MB("exports-mb", 16_384, 1, 1 << 24, "megabytes that they may take on the disk"),
    MAPS("maps", 1_000, 1, 1_000_000, "painted maps that are kept"),
    MAPS_MB("maps-mb", 200, 1, 1 << 24, "megabytes that they may take on the disk");

    final String word;
    final long usual;
    final long least;
    final long most;
    final String what;

    Limit(String word, long usual, long least, long most, String what) {
        this.word = word;
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.what = what;
    }
}
