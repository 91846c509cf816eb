package ikat.lab.bench;

import ikat.cli.DeviceOption;
import ikat.cli.Ikat;
import ikat.cli.ThreadsOption;
import ikat.cli.terminal.LiveLine;
import ikat.image.Exemplar;
import ikat.lab.samples.Sample;
import ikat.service.Workshop;
import ikat.train.Width;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast this machine renders and trains. */
@Command(
        name = "bench",
        sortOptions = false,
        description = "Measure how fast this machine renders and trains.")
public final class BenchCommand implements Callable<Integer> {

    private static final int PIXELS = 512;

    private final Workshop workshop;

    @Spec private CommandSpec spec;

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

    @Option(names = "--json", description = "Print for programs.")
    private boolean json;

    public BenchCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws IOException {
        threads.check();
        int workers = threads.count();
        device.use(workshop);
        Exemplar exemplar = Sample.HONEYCOMB.exemplar(PIXELS);
        SpeedTrial trial =
                new SpeedTrial(exemplar, workers, each == null ? Duration.ofSeconds(3) : each);
        PrintWriter out = spec.commandLine().getOut();
        LiveLine line = json ? LiveLine.silent() : Ikat.line(spec);
        BenchRun run = new BenchRun(trial, exemplar, line, json ? text -> {} : line::line);
        List<Width> chosen = widths == null ? Arrays.asList(Width.values()) : widths;
        BenchResult result = run.measure(chosen, machine(workers), workers);
        if (json) {
            out.println(result.json());
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
