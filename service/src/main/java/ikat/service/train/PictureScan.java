package ikat.service.train;

import ikat.analysis.PictureReport;
import ikat.analysis.TextureStatistics;
import ikat.analysis.Verdict;
import ikat.image.Exemplar;
import ikat.image.ExemplarFacts;
import ikat.image.ImageFormatException;
import ikat.material.GltfMaterial;
import ikat.material.MapRole;
import ikat.material.MapStack;
import ikat.service.Refusal;
import ikat.service.Sentence;
import ikat.service.train.TrainingPictures.Found;
import ikat.service.train.TrainingPictures.Studied;
import ikat.train.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads every picture once: its facts and statistics, and a close look at a few, spread evenly. A
 * named picture that cannot be learned is refused; one found in a folder is reported and left out.
 */
public final class PictureScan {

    /** Pictures that are looked at closely: each takes some tenths of a second. */
    private static final int MOST_STUDIED = 32;

    /**
     * A file that may hold a picture to learn from.
     *
     * @param path of the file
     * @param origin how it came here
     * @param maps of the material that it shows
     */
    private record Candidate(Path path, Origin origin, List<MapStack.Source> maps) {

        /** The same picture with maps, and with more of those kinds that they lack. */
        Candidate with(List<MapStack.Source> first, List<MapStack.Source> more) {
            List<MapStack.Source> all = new ArrayList<>(first);
            more.stream()
                    .filter(map -> first.stream().noneMatch(own -> own.role().overlaps(map.role())))
                    .forEach(all::add);
            return new Candidate(path, origin, all);
        }

        /** How a file was chosen. */
        private enum Origin {
            /** By its own name: it must be suitable. */
            NAMED,
            /** In a folder: it is left out if unsuitable. */
            FOUND
        }
    }

    private final ScanListener listener;
    private final PictureReading reading;
    private final List<Found> found = new ArrayList<>();
    private boolean transparent = true; // all of them
    private int studied;
    private int leftOut;

    private PictureScan(PictureReading reading, ScanListener listener) {
        this.reading = reading;
        this.listener = listener;
    }

    /**
     * Reads the pictures of a command line.
     *
     * @param arguments pictures, glTF materials and folders
     * @param own files that the training itself writes; in a folder they are passed over
     * @param maps of the material, which are no pictures to learn from themselves
     * @param intake what is done to each picture first
     * @param listener notified of the progress, what was found, and what was left out
     * @throws IOException if a file that was named cannot be read
     * @throws Refusal if one that was named cannot be learned, a folder holds no pictures, or none
     *     is left
     */
    public static TrainingPictures read(
            List<Path> arguments,
            List<Path> own,
            MapChoice maps,
            Intake intake,
            ScanListener listener)
            throws IOException {
        PictureReading reading = new PictureReading(intake, maps.mask(), maps.each());
        PictureScan scan = new PictureScan(reading, listener);
        List<Candidate> candidates = scan.withMaterials(candidates(arguments, own, listener), maps);
        if (maps.search()) {
            candidates = withMaps(candidates);
        }
        candidates = candidates.stream().map(one -> withOwn(one, maps.each())).toList();
        if (!maps.given().isEmpty()) {
            candidates = List.of(withGiven(candidates, maps.given()));
        }
        if (maps.mask() != null && candidates.size() != 1) {
            throw Refusal.usage(
                    "--mask is for one picture, but there are %d; transparent pixels mask those of"
                            + " several",
                    candidates.size());
        }
        scan.readAll(candidates);
        if (scan.found.isEmpty()) {
            throw Refusal.failure("none of the pictures can be learned; the reasons are above");
        }
        List<Found> found = maps.search() && scan.transparent ? withAlpha(scan.found) : scan.found;
        TrainingPictures pictures = new TrainingPictures(found, reading, scan.leftOut);
        listener.finished(pictures);
        return pictures;
    }

    /** The alpha of pictures that all have some is a map of their opacity. */
    private static List<Found> withAlpha(List<Found> pictures) {
        return pictures.stream()
                .map(
                        one -> {
                            List<MapStack.Source> maps = new ArrayList<>(one.maps());
                            if (maps.stream().noneMatch(map -> map.role() == MapRole.OPACITY)) {
                                maps.add(new MapStack.Source(one.path(), MapRole.OPACITY));
                            }
                            return new Found(
                                    one.path(), one.facts(), one.statistics(), one.studied(), maps);
                        })
                .toList();
    }

    private static List<Candidate> candidates(
            List<Path> arguments, List<Path> own, ScanListener listener) {
        FolderWalk walk = new FolderWalk(own, listener);
        List<Candidate> candidates = new ArrayList<>();
        for (Path argument : arguments) {
            if (!Files.isDirectory(argument)) {
                candidates.add(new Candidate(argument, Candidate.Origin.NAMED, List.of()));
                continue;
            }
            List<Path> files = walk.below(argument);
            if (files.isEmpty()) {
                throw Refusal.failure(
                        "the folder %s holds no pictures to learn from; they end in %s",
                        argument, FolderWalk.ENDINGS);
            }
            files.forEach(
                    file -> candidates.add(new Candidate(file, Candidate.Origin.FOUND, List.of())));
        }
        return candidates;
    }

    /** Materials in place of their glTF files, whose pictures are not learned alone. */
    private List<Candidate> withMaterials(List<Candidate> candidates, MapChoice maps)
            throws IOException {
        Map<Path, Candidate> materials = new HashMap<>();
        Set<Path> used = new HashSet<>();
        Set<Path> learned = new HashSet<>();
        for (Candidate one : candidates) {
            if (GltfMaterial.isName(one.path())) {
                try {
                    GltfMaterial read = GltfMaterial.read(one.path(), listener::noted);
                    read.maps().forEach(map -> used.add(whole(map.path())));
                    used.add(whole(read.colours()));
                    if (learned.add(whole(read.colours()))) {
                        List<MapStack.Source> own = maps.search() ? read.maps() : List.of();
                        materials.put(one.path(), new Candidate(read.colours(), one.origin(), own));
                    }
                } catch (IOException e) {
                    refuse(one, e);
                }
            }
        }
        List<Candidate> all = new ArrayList<>();
        for (Candidate one : candidates) {
            if (materials.containsKey(one.path())) {
                all.add(materials.get(one.path()));
            } else if (!GltfMaterial.isName(one.path()) && !used.contains(whole(one.path()))) {
                all.add(one);
            }
        }
        return all;
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The pictures with the maps that lie among or beside them, which are not learned alone. */
    private static List<Candidate> withMaps(List<Candidate> candidates) {
        Map<Path, List<MapStack.Source>> found =
                MapSearch.among(candidates.stream().map(Candidate::path).toList());
        Set<Path> maps = new HashSet<>();
        found.values().forEach(files -> files.forEach(file -> maps.add(file.path())));
        List<Candidate> pictures = new ArrayList<>();
        for (Candidate one : candidates) {
            if (!maps.contains(one.path())) {
                List<MapStack.Source> named =
                        one.origin() == Candidate.Origin.NAMED
                                ? MapSearch.beside(one.path())
                                : found.getOrDefault(one.path(), List.of());
                pictures.add(one.with(one.maps(), named));
            }
        }
        return pictures;
    }

    private static Candidate withOwn(Candidate one, Map<Path, PictureChoice> each) {
        PictureChoice own = each.get(one.path());
        return own == null ? one : new Candidate(one.path(), one.origin(), own.maps());
    }

    /**
     * The only picture, with maps that were named; those of other kinds stay as they were found.
     */
    private static Candidate withGiven(List<Candidate> candidates, List<MapStack.Source> given) {
        List<Candidate> pictures = new ArrayList<>(candidates);
        pictures.removeIf(one -> given.stream().anyMatch(map -> map.path().equals(one.path())));
        if (pictures.size() != 1) {
            throw Refusal.usage(
                    "--map is for one picture, but there are %d; those of several are found by"
                            + " their names",
                    pictures.size());
        }
        Candidate picture = pictures.get(0);
        return picture.with(given, picture.maps());
    }

    private void readAll(List<Candidate> candidates) throws IOException {
        for (int i = 0; i < candidates.size(); i++) {
            // As many as an even spread would have by now, whichever were left out.
            boolean closely = (long) studied * candidates.size() < (i + 1L) * MOST_STUDIED;
            read(candidates.get(i), closely, candidates.size());
            listener.progressed(i + 1, candidates.size());
        }
    }

    private void read(Candidate candidate, boolean closely, int all) throws IOException {
        Exemplar exemplar;
        try {
            exemplar = reading.read(candidate.path());
        } catch (IllegalArgumentException e) {
            if (candidate.origin() == Candidate.Origin.NAMED) {
                throw Refusal.usage("%s", e.getMessage());
            }
            leaveOut(candidate.path(), "is left out: " + e.getMessage());
            return;
        } catch (IOException e) {
            refuse(candidate, e);
            return;
        }
        Optional<String> refusal = Verdict.refusal(exemplar);
        if (refusal.isPresent()) {
            refuse(candidate, exemplar, refusal.get(), all);
            return;
        }
        Studied study = null;
        if (closely) {
            study = new Studied(PictureReport.of(exemplar), exemplar.notes());
            studied++;
            listener.studied(study, all);
        }
        ExemplarFacts facts = ExemplarFacts.of(exemplar, exemplar.name());
        float[] statistics = TextureStatistics.of(exemplar);
        transparent &= exemplar.isTransparent() && reading.intake(candidate.path()).keepsPlaces();
        found.add(new Found(candidate.path(), facts, statistics, study, candidate.maps()));
    }

    private void refuse(Candidate candidate, IOException e) throws IOException {
        if (candidate.origin() == Candidate.Origin.NAMED) {
            throw e;
        }
        leaveOut(
                candidate.path(),
                e instanceof ImageFormatException failure
                        ? failure.reason()
                        : "cannot be read: " + Sentence.of(e));
    }

    private void refuse(Candidate candidate, Exemplar exemplar, String reason, int all) {
        if (candidate.origin() == Candidate.Origin.NAMED) {
            listener.studied(new Studied(PictureReport.of(exemplar), exemplar.notes()), 1);
            throw Refusal.failure("%s %s", exemplar.name(), reason);
        }
        leaveOut(candidate.path(), reason);
    }

    private void leaveOut(Path path, String reason) {
        listener.leftOut(path, reason);
        leftOut++;
    }
}
