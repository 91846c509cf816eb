package ikat.studio.jobs.training;

import ikat.material.MapRole;
import ikat.material.MapStack;
import ikat.service.train.PictureChoice;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.train.Intake;
import ikat.train.PlanSettings;
import ikat.train.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is prepared before it is learned, and which of the training's files belong to it.
 *
 * @param intake settings of {@link Intake} by their names
 * @param mask file that is white where nothing is learned, or null
 * @param maps files by what they hold, in the words of {@link MapRole}
 */
record Preparation(Map<String, Object> intake, @Nullable String mask, Map<String, String> maps) {

    /** Nothing is done to the picture. */
    static final Preparation NONE = new Preparation(Map.of(), null, Map.of());

    /** The settings that it may have. */
    static final List<Setting<?>> SETTINGS =
            List.of(
                    Intake.CROP,
                    Intake.CORNERS,
                    Intake.TURN,
                    Intake.STRAIGHTEN,
                    Intake.FLATTEN,
                    Intake.SCALE,
                    Intake.TILEABLE,
                    Intake.ALPHA);

    private static final List<String> NAMES = SETTINGS.stream().map(Setting::name).toList();

    Preparation {
        intake = Map.copyOf(new TreeMap<>(intake));
        maps = Map.copyOf(maps);
    }

    /**
     * Reads what a client sent of a picture.
     *
     * @param before what is kept where nothing is said of maps
     * @param file gives the name of a file here by the one that it was sent with
     * @throws Problem 400 if it is not valid
     */
    static Preparation of(Object sent, Preparation before, UnaryOperator<String> file) {
        if (!(sent instanceof Map<?, ?> given)) {
            throw Problem.badRequest("what is said of a picture in prepare must be an object");
        }
        Map<String, Object> intake = new LinkedHashMap<>();
        given.forEach((name, value) -> intake.put(String.valueOf(name), value));
        intake.values().removeIf(Objects::isNull);
        Object mask = intake.remove("mask");
        Object maps = intake.remove("maps");
        for (String name : intake.keySet()) {
            if (!NAMES.contains(name)) {
                throw Problem.badRequest(
                        "prepare has %s, but may have %s, mask and maps"
                                .formatted(Query.excerpt(name), String.join(", ", NAMES)));
            }
        }
        Preparation read =
                new Preparation(
                        intake,
                        mask == null ? null : file.apply(mask.toString()),
                        maps == null ? before.maps() : maps(maps, file));
        Intake.of(read.settings());
        return read;
    }

    private static Map<String, String> maps(Object sent, UnaryOperator<String> file) {
        if (!(sent instanceof Map<?, ?> given)) {
            throw Problem.badRequest("maps in prepare must be an object of kinds and files");
        }
        Map<String, String> maps = new LinkedHashMap<>();
        given.forEach(
                (word, name) -> {
                    if (name != null) {
                        maps.put(role(String.valueOf(word)).word(), file.apply(name.toString()));
                    }
                });
        return maps;
    }

    private static MapRole role(String word) {
        return MapRole.named(word)
                .filter(role -> role != MapRole.COLOUR)
                .orElseThrow(() -> Problem.invalid("a map", word, "one of " + MapRole.words()));
    }

    /** With maps that were found by their names, one of a kind. */
    Preparation withMaps(List<MapStack.Source> found) {
        Map<String, String> all = new LinkedHashMap<>();
        found.forEach(
                one ->
                        all.putIfAbsent(
                                one.role().word(), String.valueOf(one.path().getFileName())));
        return new Preparation(intake, mask, all);
    }

    /** The settings of the intake. */
    PlanSettings settings() {
        PlanSettings settings = PlanSettings.NONE;
        for (Map.Entry<String, Object> entry : intake.entrySet()) {
            settings = settings.with(entry.getKey(), entry.getValue());
        }
        return settings;
    }

    /**
     * What the training is told.
     *
     * @param shared settings of all pictures, which those of this one replace
     * @param folder of the files
     */
    PictureChoice choice(PlanSettings shared, Path folder) {
        return new PictureChoice(
                Intake.of(shared.with(settings())),
                mask == null ? null : folder.resolve(mask),
                maps.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                map ->
                                        new MapStack.Source(
                                                folder.resolve(map.getValue()), role(map.getKey())))
                        .toList());
    }

    /** The names of its files. */
    Collection<String> files() {
        List<String> files = new ArrayList<>(maps.values());
        if (mask != null) {
            files.add(mask);
        }
        return files;
    }

    /** As clients send it. */
    Map<String, Object> facts() {
        Map<String, Object> all = new TreeMap<>(intake);
        if (mask != null) {
            all.put("mask", mask);
        }
        all.put("maps", new TreeMap<>(maps));
        return all;
    }
}
