package ikat.lab.studio;

import ikat.lab.compare.Methods;
import ikat.lab.method.TextureMethod;
import ikat.service.Workshop;
import ikat.studio.jobs.Job;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * What comparisons work with.
 *
 * @param workshop that scores
 * @param methods that are compared
 * @param threads that they compute with
 * @param changed receives a job that must be saved and shown again
 */
record ComparisonContext(Workshop workshop, Methods methods, int threads, Consumer<Job> changed) {

    /** All methods, in the order of a comparison. */
    List<TextureMethod> all() throws IOException {
        return methods.with(null);
    }

    /** Names of those that lack nothing. */
    List<String> able() throws IOException {
        return all().stream()
                .filter(method -> method.lacking().isEmpty())
                .map(TextureMethod::name)
                .toList();
    }

    /**
     * The methods of some names, in their order.
     *
     * @throws Problem 400 if one does not exist or lacks something
     */
    List<TextureMethod> named(List<String> names) throws IOException {
        List<TextureMethod> all = all();
        return names.stream().map(name -> named(all, name)).toList();
    }

    private static TextureMethod named(List<TextureMethod> all, String name) {
        List<String> names = all.stream().map(TextureMethod::name).toList();
        if (!names.contains(name)) {
            throw Problem.badRequest(
                    "there is no method %s; there are %s"
                            .formatted(Query.excerpt(name), String.join(", ", names)));
        }
        TextureMethod method = all.get(names.indexOf(name));
        if (!method.lacking().isEmpty()) {
            throw Problem.badRequest(name + " cannot be tried here: " + method.lacking());
        }
        return method;
    }
}
