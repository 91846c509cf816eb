package ikat.cli;

import ikat.service.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of field, of which a picture has one, and the options of each. */
enum FieldKind {
    TEXTURE,
    TILES,
    CORNERS,
    POINTS,
    STRIP,
    STRIP_DOWN,
    MAP;

    /** Options that refine a field, and the kinds that take them. */
    private static final Map<String, Set<FieldKind>> COMPANIONS =
            Map.of(
                    "--textures", Set.of(TILES),
                    "--softness", Set.of(TILES),
                    "--legend", Set.of(MAP),
                    "--path", Set.of(MAP),
                    "--feather", Set.of(MAP),
                    "--area", Set.of(TILES, CORNERS, STRIP, STRIP_DOWN, MAP));

    String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The only kind that was asked for, if any.
     *
     * @param typed the value of an option, or null
     */
    static Optional<FieldKind> only(Function<FieldKind, @Nullable Object> typed) {
        FieldKind found = null;
        for (FieldKind kind : values()) {
            if (typed.apply(kind) == null) {
                continue;
            }
            if (found != null) {
                throw exclude(found.option(), kind.option());
            }
            found = kind;
        }
        return Optional.ofNullable(found);
    }

    /** Refuses options of another kind than the one chosen, and a map without a key. */
    static void checkCompanions(
            Optional<FieldKind> kind, Function<String, @Nullable Object> typed) {
        for (String option : COMPANIONS.keySet().stream().sorted().toList()) {
            Set<FieldKind> partners = COMPANIONS.getOrDefault(option, Set.of());
            if (typed.apply(option) != null && kind.filter(partners::contains).isEmpty()) {
                List<String> names = partners.stream().sorted().map(FieldKind::option).toList();
                throw Refusal.usage(
                        option
                                + " goes with "
                                + (names.size() == 1
                                        ? names.get(0)
                                        : "one of " + String.join(", ", names))
                                + " only; give that too or leave "
                                + option
                                + " out");
            }
        }
        if (kind.filter(MAP::equals).isPresent()) {
            boolean legend = typed.apply("--legend") != null;
            boolean path = typed.apply("--path") != null;
            if (legend && path) {
                throw exclude("--legend", "--path");
            }
            if (!legend && !path) {
                throw Refusal.usage(
                        "--map needs --legend, which says what its colours stand for, or --path,"
                                + " the textures from dark to bright");
            }
        }
    }

    private static Refusal exclude(String one, String other) {
        return Refusal.usage(one + " and " + other + " exclude each other; give one of them");
    }
}
