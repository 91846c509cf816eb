package ikat.cli;

import ikat.service.Workshop;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of an engine. */
final class EngineConverter implements ITypeConverter<String> {

    private static final List<String> NAMES = List.of(Workshop.FASTEST, "torch", "java");

    @Override
    public String convert(String text) {
        String name = text.trim().toLowerCase(Locale.ROOT);
        if (!NAMES.contains(name)) {
            throw new BadValue(text, "auto, torch or java");
        }
        return name;
    }
}
