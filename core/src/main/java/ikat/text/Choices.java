package ikat.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words for the constants of an enum: their names in lower case. */
public final class Choices {

    private Choices() {}

    /** Finds the constant for a word, ignoring case. */
    public static <T> Optional<T> find(Class<T> type, String word) {
        for (T constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(word.trim())) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** All words, formatted for a sentence: {@code live, standard or full}. */
    public static String words(Class<?> type) {
        List<String> words = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            words.add(constant.toString().toLowerCase(Locale.ROOT));
        }
        String last = words.remove(words.size() - 1);
        return String.join(", ", words) + " or " + last;
    }
}
