package ikat.cli;

import ikat.image.Mirroring;
import ikat.render.WrapCertificate;
import ikat.service.film.FrameRate;
import ikat.text.Choices;
import ikat.text.TimeText;
import ikat.train.Codes;
import ikat.train.Selection;
import ikat.train.Width;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;

/** Converters from the text of an option to its value, by type. */
final class Converters {

    private Converters() {}

    /** Registers all converters with a command line and its current subcommands. */
    static void register(CommandLine root) {
        root.registerConverter(Width.class, choice(Width.class));
        root.registerConverter(Codes.class, choice(Codes.class));
        root.registerConverter(Mirroring.class, choice(Mirroring.class));
        root.registerConverter(Selection.class, choice(Selection.class));
        root.registerConverter(WrapCertificate.Axes.class, choice(WrapCertificate.Axes.class));
        root.registerConverter(EngineOptions.Engine.class, choice(EngineOptions.Engine.class));
        root.registerConverter(
                Duration.class, text -> reading(text, TimeText.ALLOWED, Converters::time));
        root.registerConverter(
                FrameRate.class, text -> reading(text, FrameRate.ALLOWED, Converters::rate));
        root.registerConverter(
                PictureSize.class,
                pair("[xX\u00d7]", PictureSize.ALLOWED, true, PictureSize::parse));
        root.registerConverter(
                RenderWindow.Origin.class,
                pair(",", RenderWindow.Origin.ALLOWED, false, RenderWindow.Origin::parse));
        root.registerConverter(
                FilmMotion.Pan.class,
                pair(",", FilmMotion.Pan.ALLOWED, false, FilmMotion.Pan::parse));
        root.registerConverter(
                FilmMotion.Zoom.class,
                pair("\\.\\.", FilmMotion.Zoom.ALLOWED, true, FilmMotion.Zoom::parse));
    }

    private static Duration time(String text) {
        return TimeText.parse("", text);
    }

    private static FrameRate rate(String text) {
        return FrameRate.of(Double.parseDouble(text.trim()));
    }

    private static <T extends Enum<T>> ITypeConverter<T> choice(Class<T> type) {
        return text ->
                Choices.find(type, text).orElseThrow(() -> new BadValue(text, Choices.words(type)));
    }

    /**
     * Converter of two numbers.
     *
     * @param between regular expression of the separator
     * @param alone whether a single number stands for both
     */
    private static <T> ITypeConverter<T> pair(
            String between, String allowed, boolean alone, BiFunction<String, String, T> reader) {
        return text ->
                reading(
                        text,
                        allowed,
                        whole -> {
                            String[] parts = whole.trim().split(between, -1);
                            if (parts.length > 2 || (parts.length == 1 && !alone)) {
                                throw new IllegalArgumentException(whole);
                            }
                            return reader.apply(parts[0].trim(), parts[parts.length - 1].trim());
                        });
    }

    private static <T> T reading(String text, String allowed, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadValue(text, allowed);
        }
    }
}
