package ikat.app;

import ikat.app.failure.ExitCodes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells about a picture or a model. */
@Command(name = "inspect", description = "Tell about a picture or a model.")
final class InspectCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return ExitCodes.DONE;
    }
}
