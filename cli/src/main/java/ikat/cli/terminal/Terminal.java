package ikat.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Capabilities of the output.
 *
 * @param live whether a line can be redrawn
 * @param columns width in characters, at least 20
 * @param blocks whether block characters can be shown
 */
public record Terminal(boolean live, int columns, boolean blocks) {

    private static final int FALLBACK_COLUMNS = 80;

    public Terminal {
        columns = Math.max(20, columns);
    }

    /** An output that is a file or is read by a program. */
    public static Terminal plain() {
        return new Terminal(false, FALLBACK_COLUMNS, false);
    }

    /** Detects the capabilities of the process's standard output. */
    public static Terminal ofThisProcess() {
        return detect(System.getenv(), isInteractive());
    }

    static Terminal detect(Map<String, String> environment, boolean interactive) {
        if (!interactive || "dumb".equals(environment.get("TERM"))) {
            return plain();
        }
        return new Terminal(true, columns(environment), showsBlocks());
    }

    private static int columns(Map<String, String> environment) {
        int declared = number(environment.getOrDefault("COLUMNS", ""));
        if (declared > 0) {
            return declared;
        }
        int measured = measuredColumns();
        return measured > 0 ? measured : FALLBACK_COLUMNS;
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static int measuredColumns() {
        try {
            Process process =
                    new ProcessBuilder("sh", "-c", "stty size </dev/tty 2>/dev/null").start();
            if (!process.waitFor(300, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return 0;
            }
            try (InputStream in = process.getInputStream()) {
                String size = new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim();
                return number(size.substring(size.indexOf(' ') + 1));
            }
        } catch (IOException e) {
            return 0; // a system without sh or stty
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** From Java 22 on, a console exists even without a terminal, but reports whether it is one. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // before Java 22 every console is a terminal
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static boolean showsBlocks() {
        String name =
                System.getProperty(
                        "stdout.encoding",
                        System.getProperty("sun.stdout.encoding", Charset.defaultCharset().name()));
        return name.equalsIgnoreCase(StandardCharsets.UTF_8.name());
    }
}
