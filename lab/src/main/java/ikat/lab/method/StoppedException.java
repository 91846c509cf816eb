package ikat.lab.method;

/** A method was told to stop. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("stopped");
    }
}
