package ikat.app;

import ikat.train.Width;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** Reads the width of the networks. */
final class WidthConverter implements ITypeConverter<Width> {

    @Override
    public Width convert(String text) {
        try {
            return Width.valueOf(text.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadValue(text, "live, standard or full");
        }
    }
}
