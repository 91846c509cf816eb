package ikat.lab.compare;

import ikat.lab.method.TextureMethod;
import ikat.service.Refusal;
import ikat.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which methods a user wants. */
public final class Choice {

    private Choice() {}

    /**
     * The methods of a list of names, in its order.
     *
     * @throws Refusal if one does not exist or is named twice
     */
    public static List<TextureMethod> of(List<TextureMethod> all, List<String> wanted) {
        List<TextureMethod> chosen = new ArrayList<>();
        for (String name : wanted) {
            TextureMethod method = named(all, name.strip().toLowerCase(Locale.ROOT));
            if (chosen.contains(method)) {
                throw Refusal.usage("--methods names " + method.name() + " twice; once is enough");
            }
            chosen.add(method);
        }
        return chosen;
    }

    private static TextureMethod named(List<TextureMethod> all, String name) {
        List<String> names = all.stream().map(TextureMethod::name).toList();
        int index = names.indexOf(name);
        if (index >= 0) {
            return all.get(index);
        }
        throw Refusal.usage(
                "--methods: there is no method "
                        + name
                        + "; "
                        + Suggestion.of(name, names)
                                .map(close -> "did you mean " + close + "?")
                                .orElse("there are " + String.join(", ", names)));
    }
}
