package ikat.studio;

import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A request that has only parameters of its path and of its query. */
public final class RequestedPath {

    private RequestedPath() {}

    /**
     * A request.
     *
     * @param address parts of the path, separated by slashes, and perhaps a query, all decoded
     * @param names of the parts; a missing part is empty, and the last has what is left
     */
    public static Context of(String address, String... names) {
        int mark = address.indexOf('?');
        String path = mark < 0 ? address : address.substring(0, mark);
        Map<String, String> parts = new HashMap<>();
        String[] texts = path.split("/", names.length);
        for (int i = 0; i < names.length; i++) {
            parts.put(names[i], i < texts.length ? texts[i] : "");
        }
        Map<String, String> query = new HashMap<>();
        for (String pair : mark < 0 ? new String[0] : address.substring(mark + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return (Context)
                Proxy.newProxyInstance(
                        Context.class.getClassLoader(),
                        new Class<?>[] {Context.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "pathParam" -> parts.get(arguments[0]);
                                    case "queryParam" -> query.get(arguments[0]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
