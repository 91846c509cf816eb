package ikat.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Gives a parser many damaged inputs. Each must be read, or be refused with an exception of the
 * expected kinds whose message is one sentence, in bounded time and memory. An input that breaks
 * this is kept in {@code target/fuzz}.
 *
 * <p>The system property {@code ikat.fuzz} sets the number of inputs for each parser, {@code
 * ikat.fuzz.seconds} the time after which a parser gets no more, and {@code ikat.fuzz.seed} other
 * inputs.
 */
public final class FuzzTrial {

    /** Reads an input. */
    @FunctionalInterface
    public interface Parser {

        /** Returns if the input is valid. */
        void read(byte[] input) throws Exception;
    }

    /** How many inputs were read and how many refused. */
    public record Tally(int read, int refused) {}

    private static final int USUAL_INPUTS = 300;
    private static final long MOST_NANOS = 10_000_000_000L;
    private static final long MOST_BYTES = 600L << 20;
    private static final int LONGEST_SENTENCE = 600;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern NULL = Pattern.compile("(?<!['\"])\\bnull\\b");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private final Set<Class<? extends Exception>> refusals;
    private UnaryOperator<byte[]> repair = UnaryOperator.identity();
    private boolean text;
    private volatile byte[] current = {};
    private volatile long begun;
    private int read;
    private int refused;

    private FuzzTrial(String name, Set<Class<? extends Exception>> refusals) {
        this.name = name;
        this.refusals = refusals;
    }

    /**
     * A trial of a parser.
     *
     * @param name one word, for the report
     * @param refusals exceptions for what cannot be read, exactly these classes
     */
    @SafeVarargs
    public static FuzzTrial of(String name, Class<? extends Exception>... refusals) {
        return new FuzzTrial(name, Set.of(refusals));
    }

    /** Inputs are texts in UTF-8. */
    public FuzzTrial texts() {
        text = true;
        return this;
    }

    /** Corrects lengths or checksums of every second input, so that its damage lies deeper. */
    public FuzzTrial repairedBy(UnaryOperator<byte[]> correction) {
        repair = correction;
        return this;
    }

    /**
     * Reads the valid inputs, which must succeed, then those in the resources {@code
     * fuzz/NAME-1.input} and so on, which broke a parser once, then newly damaged ones.
     *
     * @throws AssertionError for the first input that is neither read nor refused as it should be
     */
    public Tally run(List<byte[]> seeds, Parser parser) throws Exception {
        for (byte[] seed : seeds) {
            parser.read(seed.clone());
        }
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread worker = new Thread(() -> finish(end, seeds, parser), "fuzz-" + name);
        worker.setDaemon(true);
        begun = System.nanoTime();
        long start = begun;
        worker.start();
        await(worker, end);
        System.out.printf(
                Locale.ROOT,
                "fuzz %-20s %8d inputs %7.1f s %5.1f %% read%n",
                name,
                read + refused,
                (System.nanoTime() - start) / 1e9,
                100.0 * read / (read + refused));
        return new Tally(read, refused);
    }

    /** Waits for the worker, and fails with its stack if it is at one input for too long. */
    private void await(Thread worker, CompletableFuture<Void> end) throws Exception {
        while (true) {
            try {
                end.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                if (System.nanoTime() - begun > 6 * MOST_NANOS) {
                    AssertionError hung = fault("was not done after a minute", null);
                    hung.setStackTrace(worker.getStackTrace());
                    throw hung;
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AssertionError fault) {
                    throw fault;
                }
                throw e;
            }
        }
    }

    private void finish(CompletableFuture<Void> end, List<byte[]> seeds, Parser parser) {
        try {
            readAll(seeds, parser);
            end.complete(null);
        } catch (AssertionError | RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private void readAll(List<byte[]> seeds, Parser parser) {
        for (byte[] input : kept()) {
            current = input;
            begun = System.nanoTime();
            readOne(parser);
        }
        Random random = new Random(Long.getLong("ikat.fuzz.seed", 1));
        Mutations mutations =
                text ? Mutations.ofTexts(seeds, random) : Mutations.ofBytes(seeds, random);
        int inputs = Integer.getInteger("ikat.fuzz", USUAL_INPUTS);
        long last = System.nanoTime() + 1_000_000_000L * Long.getLong("ikat.fuzz.seconds", 86_400);
        for (int i = 0; i < inputs && System.nanoTime() < last; i++) {
            byte[] input = mutations.next();
            current = i % 2 == 0 ? input : repair.apply(input);
            begun = System.nanoTime();
            readOne(parser);
        }
    }

    private List<byte[]> kept() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            String resource = "/fuzz/%s-%d.input".formatted(fileName(), all.size() + 1);
            try (InputStream in = FuzzTrial.class.getResourceAsStream(resource)) {
                if (in == null) {
                    return all;
                }
                all.add(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String fileName() {
        return name.replaceAll("\\W+", "-");
    }

    private void readOne(Parser parser) {
        long thread = Thread.currentThread().getId();
        long nanos = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        try {
            parser.read(current.clone());
            read++;
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            checkRefusal(e);
            refused++;
        }
        long took = THREADS.getCurrentThreadCpuTime() - nanos;
        long allocated = THREADS.getThreadAllocatedBytes(thread) - bytes;
        if (took > MOST_NANOS) {
            throw fault("took " + took / 1_000_000 + " ms", null);
        }
        if (allocated > MOST_BYTES) {
            throw fault("took " + (allocated >> 20) + " MB", null);
        }
    }

    private void checkRefusal(Throwable failure) {
        if (!refusals.contains(failure.getClass())) {
            throw fault("ended in " + failure.getClass().getName(), failure);
        }
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            throw fault("was refused without a sentence", failure);
        }
        if (message.length() >= LONGEST_SENTENCE) {
            throw fault("was refused with " + message.length() + " characters", failure);
        }
        if (CONTROL.matcher(message).find()) {
            throw fault("was refused with a control character", failure);
        }
        boolean quoted = new String(current, StandardCharsets.UTF_8).contains("null");
        if (NULL.matcher(message).find() && !quoted) {
            throw fault("was refused with the word null", failure);
        }
    }

    private AssertionError fault(String what, Throwable cause) {
        String kept = "";
        try {
            Path folder = Files.createDirectories(Path.of("target", "fuzz"));
            kept = "; it is kept as " + Files.write(folder.resolve(fileName() + ".input"), current);
        } catch (IOException e) {
            kept = "; it could not be kept: " + e.getMessage();
        }
        return new AssertionError(
                "input %d of the parser %s %s%s".formatted(read + refused, name, what, kept),
                cause);
    }
}
