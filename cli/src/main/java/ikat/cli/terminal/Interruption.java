package ikat.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signal handler that turns the first Ctrl-C (or termination request) into a request to stop. The
 * second ends the process, whose exit deletes the temporary files. Closing it restores the signal
 * handlers.
 */
public final class Interruption implements AutoCloseable {

    /** Exit code of a process that was stopped by the user. */
    public static final int EXIT_CODE = 130;

    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
    private static final long PATIENCE_MILLIS = 2_000;

    private final AtomicInteger count = new AtomicInteger();
    private final List<Runnable> restore = new ArrayList<>();
    private final Runnable firstTime;

    private Interruption(Runnable firstTime) {
        this.firstTime = firstTime;
    }

    /**
     * Starts listening for signals.
     *
     * @param firstTime run once, on a thread of its own, at the first signal
     */
    public static Interruption listen(Runnable firstTime) {
        Interruption interruption = new Interruption(firstTime);
        for (String name : SIGNALS) {
            interruption.restore.add(Signals.hear(name, interruption::hear));
        }
        return interruption;
    }

    /** Whether a stop was requested. */
    public boolean asked() {
        return count.get() > 0;
    }

    void hear() {
        if (count.getAndIncrement() == 0) {
            firstTime.run();
        } else {
            endProcess();
        }
    }

    private static void endProcess() {
        Thread impatience =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(PATIENCE_MILLIS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            Runtime.getRuntime().halt(EXIT_CODE);
                        },
                        "impatience");
        impatience.setDaemon(true);
        impatience.start();
        System.exit(EXIT_CODE);
    }

    @Override
    public void close() {
        restore.forEach(Runnable::run);
        restore.clear();
    }

    /**
     * Signals of the operating system. Java has no supported way to handle one without exiting.
     * {@code sun.misc.Signal} exists in every JDK (module jdk.unsupported), and is accessed by
     * reflection so that nothing fails to load or compile without it.
     */
    private static final class Signals {

        private Signals() {}

        /**
         * Installs a signal handler.
         *
         * @param name of the signal, such as INT
         * @param heard run each time, on a thread of its own
         * @return restores the previous handler; does nothing if this system or JVM does not offer
         *     the signal
         */
        static Runnable hear(String name, Runnable heard) {
            try {
                Class<?> signalType = Class.forName("sun.misc.Signal");
                Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
                Method handle = signalType.getMethod("handle", signalType, handlerType);
                Object signal = signalType.getConstructor(String.class).newInstance(name);
                Object before = handle.invoke(null, signal, handler(handlerType, heard));
                return () -> restore(handle, signal, before);
            } catch (ReflectiveOperationException e) {
                return () -> {};
            }
        }

        private static Object handler(Class<?> type, Runnable heard) {
            InvocationHandler calls =
                    (proxy, method, arguments) ->
                            switch (method.getName()) {
                                case "handle" -> {
                                    heard.run();
                                    yield null;
                                }
                                case "hashCode" -> System.identityHashCode(proxy);
                                case "equals" -> proxy == arguments[0];
                                default -> "handler of a signal";
                            };
            return Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {type}, calls);
        }

        private static void restore(Method handle, Object signal, Object before) {
            try {
                handle.invoke(null, signal, before);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "the previous signal handler cannot be restored", e);
            }
        }
    }
}
