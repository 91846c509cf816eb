package ikat.cli;

import ikat.service.film.FrameRate;
import picocli.CommandLine.ITypeConverter;

/** Reads how many frames a second a film has. */
final class RateConverter implements ITypeConverter<FrameRate> {

    @Override
    public FrameRate convert(String text) {
        try {
            return FrameRate.of(Double.parseDouble(text.trim()));
        } catch (IllegalArgumentException e) {
            throw new BadValue(
                    text,
                    "from " + FrameRate.LEAST + " to " + (int) FrameRate.MOST + ", such as 25");
        }
    }
}
