package ikat.cli;

import java.util.List;

/**
 * Service that adds commands to {@code ikat} when its module is on the class path. Loaded by {@link
 * java.util.ServiceLoader}.
 */
public interface CommandProvider {

    /** Creates the commands, each annotated for picocli. */
    List<IkatCommand> commands();
}
