package ikat.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signal handler that turns the first Ctrl-C into a request to stop. The second ends the process,
 * whose exit deletes the temporary files. A termination request (SIGTERM) is a request to stop,
 * too, but whoever sends it does not wait for long: the process ends within two seconds, however
 * far the work is; what it keeps on disk as it goes must be enough to resume. Closing it restores
 * the signal handlers.
 */
public final class Interruption implements AutoCloseable {

    /** Exit code of a process that was stopped by the user. */
    public static final int EXIT_CODE = 130;

    private static final int TERMINATED = 143; // as of a process that SIGTERM ended
    private static final String TERMINATE = "TERM";
    private static final List<String> SIGNALS = List.of("INT", TERMINATE, "HUP");
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long GRACE_MILLIS = 1_200; // to the end after a termination request
    private static final long EXIT_MILLIS = 500; // for what the process does when it exits

    private final AtomicInteger count = new AtomicInteger();
    private final List<Runnable> restore = new CopyOnWriteArrayList<>();
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
            Runnable heard = name.equals(TERMINATE) ? interruption::terminate : interruption::hear;
            interruption.restore.add(Signals.hear(name, heard));
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
            endProcess(EXIT_CODE, PATIENCE_MILLIS);
        }
    }

    /** Ends the process soon, unless the work has ended and it is left to its own exit by then. */
    private void terminate() {
        later(
                GRACE_MILLIS,
                () -> {
                    if (!restore.isEmpty()) {
                        endProcess(TERMINATED, EXIT_MILLIS);
                    }
                });
        if (count.getAndIncrement() == 0) {
            firstTime.run();
        }
    }

    private static void endProcess(int code, long patienceMillis) {
        later(patienceMillis, () -> Runtime.getRuntime().halt(code));
        System.exit(code);
    }

    private static void later(long millis, Runnable action) {
        Thread impatience =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(millis);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            action.run();
                        },
                        "impatience");
        impatience.setDaemon(true);
        impatience.start();
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
