package ikat.studio.serve;

import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.weave.Detail;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a plane by one segment of a path, as standards need it: {@code
 * NAME@VERSION~seed=7~texture=brick}, where the version and each part after a tilde are optional.
 *
 * <p>A texture's name may have slashes, which servers and browsers treat as the end of a segment
 * even when they are encoded; here they are written as bars, which no texture has.
 *
 * @param text as given
 * @param model the name, perhaps with a version
 * @param choice which of the model's planes
 */
public record Identifier(String text, String model, PlaneChoice choice) {

    private static final Pattern TILDE = Pattern.compile("~(?=(?:seed|texture|map|detail)=)");
    private static final Pattern VERSIONED = Pattern.compile("^.*@[0-9a-f]{12}(?=~|$)");
    private static final char BAR = '|';
    private static final String PLAIN = "-._~!$&'()*+,;=:"; // besides letters and digits

    /**
     * Parses an identifier.
     *
     * @param text decoded
     * @throws Problem 400 if something after a tilde cannot be read or is there twice
     */
    public static Identifier of(String text) {
        Matcher versioned = VERSIONED.matcher(text);
        int from = versioned.find() ? versioned.end() : 0; // a name may have tildes, too
        String[] parts = TILDE.split(text.substring(from), -1);
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String name = parts[i].substring(0, equals);
            String value = parts[i].substring(equals + 1);
            if (value.isBlank() || values.put(name, value) != null) {
                throw Problem.badRequest(
                        "the identifier is %s, but must name %s once and give it a value"
                                .formatted(Query.excerpt(text), name));
            }
        }
        long seed = Query.wholeNumber("seed", values.getOrDefault("seed", "0"));
        return new Identifier(
                text,
                text.substring(0, from) + parts[0],
                new PlaneChoice(
                        seed,
                        Optional.ofNullable(values.get("texture"))
                                .map(texture -> texture.replace(BAR, '/')),
                        Optional.ofNullable(values.get("map")),
                        Optional.ofNullable(values.get("detail"))
                                .map(word -> Query.constant(Detail.class, "detail", word))));
    }

    /** The same plane of exactly this file of the model. */
    public Identifier lasting(ShelvedModel file) {
        return new Identifier(file.id() + text.substring(model.length()), file.id(), choice);
    }

    /** Adds a texture to an identifier that names none. */
    public Identifier with(String texture) {
        return of(text + "~texture=" + texture.replace('/', BAR));
    }

    /** As a segment of a path, percent-encoded. */
    public String encoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            boolean plain =
                    letter < 128
                            && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
            encoded.append(plain ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return encoded.toString();
    }
}
