package ikat.lab.compare;

import ikat.cli.terminal.LiveLine;
import ikat.cli.terminal.StageDisplay;
import ikat.lab.method.TextureMethod;

/** Shows a comparison: what is being done, and a line for each method. Closing it ends that. */
public final class ComparisonDisplay implements ComparisonRun.Listener, AutoCloseable {

    private final LiveLine line;
    private final StageDisplay stages;

    /**
     * Shows on a line.
     *
     * @param methods how many there are
     */
    public ComparisonDisplay(LiveLine line, int methods) {
        this.line = line;
        stages = new StageDisplay(line, System::nanoTime, methods);
    }

    @Override
    public void began(int done, TextureMethod method, String stage) {
        stages.begin(done, method.name() + ": " + stage);
    }

    @Override
    public void tried(Trial trial) {
        line.line(TrialText.line(trial));
    }

    @Override
    public void close() {
        stages.close();
    }
}
