package ikat.benchmarks;

import ikat.service.Workshop;
import ikat.studio.Studio;
import ikat.studio.web.StudioSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The studio of a soak, in a process of its own. Prints its port, then for each line that it reads
 * the bytes of its heap after a collection; ends with the input.
 */
final class SoakStudio {

    private SoakStudio() {}

    /**
     * Runs a studio.
     *
     * @param arguments its folder, and that of the gallery
     */
    public static void main(String[] arguments) throws IOException {
        StudioSettings settings =
                StudioSettings.local(Path.of(arguments[0]), Optional.of(Path.of(arguments[1])));
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Studio studio = Studio.start(settings, Workshop.ofThisMachine())) {
            System.out.println(studio.address().getPort());
            while (orders.readLine() != null) {
                System.gc();
                System.out.println(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
    }
}
