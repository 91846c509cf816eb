package ikat.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals of the operating system. Java has no supported way to hear one and live on; {@code
 * sun.misc.Signal} is there in every JDK (module jdk.unsupported), and is reached by its name so
 * that nothing fails to load or compile without it.
 */
final class Signals {

    private Signals() {}

    /**
     * Has a signal heard.
     *
     * @param name such as INT
     * @param heard run each time, on a thread of its own
     * @return gives the signal back; does nothing if this system or JVM has no such signal to give
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
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "handle" -> heard.run();
                        case "hashCode" -> {
                            return System.identityHashCode(proxy);
                        }
                        case "equals" -> {
                            return proxy == arguments[0];
                        }
                        default -> {
                            return "handler of a signal";
                        }
                    }
                    return null;
                };
        return Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {type}, calls);
    }

    private static void restore(Method handle, Object signal, Object before) {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a signal that was taken cannot be given back", e);
        }
    }
}
