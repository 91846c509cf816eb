package ikat.studio.jobs.training;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.io.Interrupts;
import ikat.material.MapStack;
import ikat.service.report.Crop;
import ikat.service.train.MapSearch;
import ikat.service.train.PictureChoice;
import ikat.service.train.PictureReading;
import ikat.studio.web.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes in what was sent for a training, looks at its pictures as they are prepared, and plans. */
final class TrainingDraft {

    private static final int CROP_PIXELS = 512;

    private final TrainingChoices choices;
    private final TrainingFiles files;

    TrainingDraft(TrainingChoices choices, TrainingFiles files) {
        this.choices = choices;
        this.files = files;
    }

    /**
     * Plans a new training.
     *
     * @param skips whether pictures and maps that cannot be read are left out
     * @throws Problem 400 if nothing can be learned, or what was sent does not fit together
     */
    TrainingTask.Details first(SentFiles sent, boolean skips) throws IOException {
        Files.createDirectories(files.pictures());
        StoredFiles stored = new StoredFiles(files.pictures());
        List<Path> pictures = stored.save(sent.pictures());
        List<Path> extra = stored.save(sent.maps());
        stored.save(sent.masks());
        List<String> leftOut = new ArrayList<>();
        Map<String, Preparation> preparations = new HashMap<>();
        Set<String> others = new HashSet<>();
        found(pictures, extra, skips, leftOut)
                .forEach(
                        (picture, maps) -> {
                            preparations.put(name(picture), Preparation.NONE.withMaps(maps));
                            maps.forEach(map -> others.add(name(map.path())));
                        });
        preparations.putAll(sent.preparations(stored, preparations));
        preparations.values().forEach(one -> others.addAll(one.files()));
        requireOwners(extra, preparations);
        List<LearnedPicture> learned = new ArrayList<>();
        for (Path file : pictures) {
            Interrupts.check();
            if (others.contains(name(file)) || !Files.exists(file)) {
                continue;
            }
            Preparation own = preparations.remove(name(file));
            try {
                Path crop = files.crop(learned.size());
                learned.add(look(file, own == null ? Preparation.NONE : own, crop, 1));
            } catch (ImageFormatException e) {
                if (!skips || own != null) {
                    throw e;
                }
                leftOut.add("left out: " + e.withoutFolders());
            }
        }
        for (String unknown : preparations.keySet()) {
            throw Problem.badRequest("prepare has " + unknown + ", which is no picture to learn");
        }
        TrainingTask.Details planned = TrainingPlanning.planned(learned, leftOut, choices, files);
        stored.keep(named(learned));
        return planned;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The maps that names tell, without those that are left out. */
    private static Map<Path, List<MapStack.Source>> found(
            List<Path> pictures, List<Path> extra, boolean skips, List<String> leftOut)
            throws IOException {
        List<Path> all = new ArrayList<>(pictures);
        all.addAll(extra);
        Map<Path, List<MapStack.Source>> found = new LinkedHashMap<>();
        for (Map.Entry<Path, List<MapStack.Source>> material : MapSearch.among(all).entrySet()) {
            List<MapStack.Source> maps = new ArrayList<>();
            for (MapStack.Source map : material.getValue()) {
                Interrupts.check();
                try {
                    if (skips) {
                        ImageFiles.readData(map.path(), new ArrayList<>());
                    }
                    maps.add(map);
                } catch (ImageFormatException e) {
                    leftOut.add("left out: " + e.withoutFolders());
                    Files.delete(map.path());
                }
            }
            found.put(material.getKey(), maps);
        }
        return found;
    }

    private static void requireOwners(List<Path> extra, Map<String, Preparation> preparations) {
        for (Path file : extra) {
            if (preparations.values().stream().noneMatch(one -> one.files().contains(name(file)))) {
                throw Problem.badRequest(
                        name(file)
                                + " is the map of no picture; say in prepare what it is, or name it"
                                + " as PICTURE_normal.png and so on");
            }
        }
    }

    /** Looks at a picture as it is learned, and keeps the middle of it. */
    private LearnedPicture look(Path file, Preparation preparation, Path crop, int looks)
            throws IOException {
        Exemplar source = ImageFiles.read(file);
        PictureChoice choice = preparation.choice(choices.settings(), files.pictures());
        Exemplar learned =
                new PictureReading(choice.intake(), choice.mask()).prepared(file, source);
        ImageFiles.write(Crop.middle(learned, CROP_PIXELS), crop);
        PictureReport report = PictureReport.of(learned);
        return LearnedPicture.of(
                name(file),
                report,
                learned.notes(),
                LearnedPicture.Study.of(source, learned, report, looks),
                preparation);
    }

    /**
     * Plans a training again with other preparations. Files that nothing needs any more are
     * deleted; if it cannot be planned so, all files stay as they were.
     *
     * @throws Problem 400 if nothing can be learned, or what was sent does not fit together
     */
    TrainingTask.Details again(TrainingTask.Details before, SentFiles sent) throws IOException {
        StoredFiles stored = new StoredFiles(files.pictures());
        List<LearnedPicture> kept = before.pictures();
        try {
            List<Path> extra = stored.save(sent.maps());
            stored.save(sent.masks());
            Map<String, Preparation> known = new HashMap<>();
            before.pictures().forEach(one -> known.put(one.file(), one.prepared()));
            known.putAll(sent.preparations(stored, Map.copyOf(known)));
            requireOwners(extra, known);
            Map<Path, Path> crops = new LinkedHashMap<>();
            List<LearnedPicture> pictures = new ArrayList<>();
            for (LearnedPicture one : before.pictures()) {
                Preparation own = known.remove(one.file());
                Path file = files.pictures().resolve(one.file());
                Path crop = files.crop(pictures.size());
                if (own == null || own.equals(one.preparation())) {
                    pictures.add(one);
                } else {
                    crops.put(files.nextCrop(pictures.size()), crop);
                    Path next = files.nextCrop(pictures.size());
                    pictures.add(look(file, own, next, one.looks() + 1));
                }
            }
            for (String unknown : known.keySet()) {
                throw Problem.badRequest(
                        "prepare has " + unknown + ", which is no picture to learn");
            }
            TrainingTask.Details planned =
                    TrainingPlanning.planned(pictures, unreadable(before), choices, files);
            for (Map.Entry<Path, Path> crop : crops.entrySet()) {
                Files.move(crop.getKey(), crop.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
            kept = pictures;
            return planned;
        } finally {
            stored.keep(named(kept));
        }
    }

    /** The notes about files that are no longer there. */
    private static List<String> unreadable(TrainingTask.Details before) {
        return before.notes().stream()
                .filter(note -> note.startsWith("left out: "))
                .filter(
                        note ->
                                before.pictures().stream()
                                        .noneMatch(
                                                one ->
                                                        note.startsWith(
                                                                "left out: " + one.file() + " ")))
                .toList();
    }

    private static Set<String> named(List<LearnedPicture> pictures) {
        Set<String> names = new HashSet<>();
        for (LearnedPicture one : pictures) {
            names.add(one.file());
            names.addAll(one.prepared().files());
        }
        return names;
    }
}
