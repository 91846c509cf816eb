package ikat.cli;

import ikat.service.Workshop;
import java.util.List;

/**
 * Service that adds commands to {@code ikat} when its module is on the class path. Loaded by {@link
 * java.util.ServiceLoader}.
 */
public interface CommandProvider {

    /** Creates picocli commands that use the given engines. */
    List<Object> commands(Workshop workshop);
}
