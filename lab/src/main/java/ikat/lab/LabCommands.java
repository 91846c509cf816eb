package ikat.lab;

import ikat.cli.CommandProvider;
import ikat.cli.IkatCommand;
import ikat.lab.bench.BenchCommand;
import ikat.lab.compare.CompareCommand;
import ikat.lab.compare.Methods;
import ikat.lab.figures.FigureCommand;
import ikat.lab.samples.SamplesCommand;
import java.util.List;

/** The commands of the lab: {@code compare}, {@code bench}, {@code figure}, {@code samples}. */
public final class LabCommands implements CommandProvider {

    @Override
    public List<IkatCommand> commands() {
        return List.of(
                new CompareCommand(Methods::all),
                new BenchCommand(),
                new FigureCommand(),
                new SamplesCommand());
    }
}
