package ikat.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Human-readable file sizes. */
public final class FileSize {

    private FileSize() {}

    /** The size of a file, such as {@code 1.2 MB}. */
    public static String of(Path file) throws IOException {
        return text(Files.size(file));
    }

    /** Formats a number of bytes in decimal units (powers of 1000). */
    public static String text(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        double amount = bytes;
        String unit = "";
        for (String next : new String[] {"kB", "MB", "GB", "TB"}) {
            if (amount < 999.95) {
                break;
            }
            amount /= 1000;
            unit = next;
        }
        return String.format(Locale.ROOT, amount < 100 ? "%.1f %s" : "%.0f %s", amount, unit);
    }
}
