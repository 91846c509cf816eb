package ikat.cli;

/** What the process ends with. */
public final class ExitCodes {

    /** Done. */
    public static final int DONE = 0;

    /** It did not work. */
    public static final int FAILURE = 1;

    /** The command line asks for something that does not exist or is out of range. */
    public static final int USAGE = 2;

    /** Stopped by the user. */
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
