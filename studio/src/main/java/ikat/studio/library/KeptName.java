package ikat.studio.library;

import ikat.studio.web.Problem;
import ikat.text.SafeName;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The name of a model, painting or export as its file has it: letters of any script, digits and
 * {@code . _ -}, never hidden.
 *
 * @param text the name
 */
public record KeptName(String text) {

    private static final int LONGEST = 160; // in bytes

    /**
     * The name that somebody chose; what no file may be called becomes {@code -}.
     *
     * @throws Problem 400 if nothing is left of it, or it is too long
     */
    public static KeptName of(@Nullable String chosen) {
        String given = chosen == null ? "" : chosen.strip();
        String safe = SafeName.of(given).replaceAll("-+", "-").replaceAll("^[.-]+", "");
        int bytes = safe.getBytes(StandardCharsets.UTF_8).length;
        if (safe.replaceAll("[.-]", "").isEmpty() || bytes > LONGEST) {
            throw Problem.invalid("name", given, "1 to " + LONGEST + " letters or digits");
        }
        return new KeptName(safe);
    }

    /** This name, or this with the first number that nothing has, from 2 on. */
    KeptName free(Predicate<String> taken) {
        String free = text;
        for (int n = 2; taken.test(free); n++) {
            free = text + "-" + n;
        }
        return new KeptName(free);
    }
}
