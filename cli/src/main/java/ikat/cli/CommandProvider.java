package ikat.cli;

import ikat.service.Workshop;
import java.util.List;

/**
 * Adds commands to {@code ikat} when its module is on the class path. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface CommandProvider {

    /** Picocli commands that do their work with the given engines. */
    List<Object> commands(Workshop workshop);
}
