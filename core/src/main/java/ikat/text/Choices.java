package ikat.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words for the constants of an enum: their names in lower case. */
public final class Choices {

    private Choices() {}

    /** Finds the constant for a word, ignoring case. */
    public static <T> Optional<T> find(Class<T> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equalsIgnoreCase(word.trim()))
                .findFirst();
    }

    /** All words, formatted for a sentence: {@code live, standard or full}. */
    public static String words(Class<?> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
