package ikat.cli;

import ikat.cli.FilmMotion.Pan;
import ikat.cli.FilmMotion.Zoom;
import ikat.cli.RenderWindow.Origin;
import ikat.image.Mirroring;
import ikat.render.WrapCertificate;
import ikat.service.film.FrameRate;
import ikat.service.material.MaterialTarget;
import ikat.text.Choices;
import ikat.text.TimeText;
import ikat.train.Codes;
import ikat.train.Selection;
import ikat.train.Width;
import ikat.weave.Detail;
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
        root.registerConverter(Detail.class, choice(Detail.class));
        root.registerConverter(MapsCommand.Joins.class, choice(MapsCommand.Joins.class));
        root.registerConverter(MaterialOptions.Green.class, choice(MaterialOptions.Green.class));
        root.registerConverter(MaterialTarget.class, choice(MaterialTarget.class));
        root.registerConverter(EngineOptions.Engine.class, choice(EngineOptions.Engine.class));
        root.registerConverter(
                Duration.class,
                text -> reading(text, TimeText.ALLOWED, time -> TimeText.parse("", time)));
        root.registerConverter(
                FrameRate.class,
                text ->
                        reading(
                                text,
                                FrameRate.ALLOWED,
                                rate -> FrameRate.of(Double.parseDouble(rate.trim()))));
        root.registerConverter(
                PictureSize.class,
                pair("[xX\u00d7]", PictureSize.ALLOWED, true, Integer::valueOf, PictureSize::new));
        root.registerConverter(
                Origin.class, pair(",", Origin.ALLOWED, false, Long::valueOf, Origin::new));
        root.registerConverter(Pan.class, pair(",", Pan.ALLOWED, false, Double::valueOf, Pan::new));
        root.registerConverter(
                Zoom.class, pair("\\.\\.", Zoom.ALLOWED, true, Double::valueOf, Zoom::new));
    }

    /** Converter of a word to a constant of an enum. */
    static <T> ITypeConverter<T> choice(Class<T> type) {
        return text ->
                Choices.find(type, text).orElseThrow(() -> new BadValue(text, Choices.words(type)));
    }

    /**
     * Converter of two numbers.
     *
     * @param between regular expression of the separator
     * @param alone whether a single number stands for both
     * @param number reads one of them
     */
    private static <N, T> ITypeConverter<T> pair(
            String between,
            String allowed,
            boolean alone,
            Function<String, N> number,
            BiFunction<N, N, T> both) {
        return text ->
                reading(
                        text,
                        allowed,
                        whole -> {
                            String[] parts = whole.trim().split(between, -1);
                            if (parts.length > 2 || (parts.length == 1 && !alone)) {
                                throw new IllegalArgumentException(whole);
                            }
                            return both.apply(
                                    number.apply(parts[0].trim()),
                                    number.apply(parts[parts.length - 1].trim()));
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
