package ikat.lab.bench;

import ikat.cli.DeviceOption;
import ikat.cli.IkatCommand;
import ikat.cli.ThreadsOption;
import ikat.cli.terminal.LiveLine;
import ikat.image.Exemplar;
import ikat.lab.samples.Sample;
import ikat.train.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast this machine renders and trains. */
@Command(
        name = "bench",
        sortOptions = false,
        description = "Measure how fast this machine renders and trains.")
public final class BenchCommand extends IkatCommand {

    private static final int PIXELS = 512;

    @Option(
            names = "--width",
            paramLabel = "live|standard|full",
            split = ",",
            description = "What to measure; default: all three.")
    private @Nullable List<Width> widths;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "About how long each line takes, such as 2s; default: 3s.")
    private @Nullable Duration each;

    @Mixin private ThreadsOption threads;

    @Mixin private DeviceOption device;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        threads.check();
        int workers = threads.count();
        device.use(workshop());
        Exemplar exemplar = Sample.HONEYCOMB.exemplar(PIXELS);
        SpeedTrial trial =
                new SpeedTrial(exemplar, workers, each == null ? Duration.ofSeconds(3) : each);
        LiveLine line = json ? LiveLine.silent() : line();
        BenchRun run = new BenchRun(trial, exemplar, line, json ? text -> {} : line::line);
        List<Width> chosen = widths == null ? Arrays.asList(Width.values()) : widths;
        BenchResult result = run.measure(chosen, machine(workers), workers);
        if (json) {
            line().line(result.json());
        }
        return ExitCode.OK;
    }

    private static String machine(int threads) throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String cpu =
                Files.isReadable(cpus)
                        ? Files.readAllLines(cpus).stream()
                                .filter(entry -> entry.startsWith("model name"))
                                .map(entry -> entry.substring(entry.indexOf(':') + 1).trim())
                                .findFirst()
                                .orElse("")
                        : "";
        String name = cpu.isEmpty() ? System.getProperty("os.arch") : cpu;
        return name
                + ", "
                + threads
                + (threads == 1 ? " thread; " : " threads; ")
                + System.getProperty("os.name")
                + ", Java "
                + System.getProperty("java.version");
    }
}
