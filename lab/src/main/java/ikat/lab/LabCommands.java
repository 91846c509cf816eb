package ikat.lab;

import ikat.cli.CommandProvider;
import ikat.lab.bench.BenchCommand;
import ikat.lab.compare.CompareCommand;
import ikat.lab.compare.Methods;
import ikat.lab.figures.FigureCommand;
import ikat.lab.samples.SamplesCommand;
import ikat.service.Workshop;
import java.util.List;

/** The commands of the lab: {@code compare}, {@code bench}, {@code figure}, {@code samples}. */
public final class LabCommands implements CommandProvider {

    @Override
    public List<Object> commands(Workshop workshop) {
        return List.of(
                new CompareCommand(workshop, Methods::all),
                new BenchCommand(workshop),
                new FigureCommand(workshop),
                new SamplesCommand());
    }
}
