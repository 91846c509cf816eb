package ikat.cli;

import ikat.train.PlanSettings;
import ikat.train.Setting;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the training settings. */
@Command(
        name = "settings",
        description = "List the settings of a training, for --set and plan files.",
        footer = {
            "",
            "Each line: name, what it takes, what is chosen where it is left open, what it means."
        })
final class SettingsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int names = width(Setting::kebabName);
        int takes = width(Setting::takes);
        for (Setting<?> setting : PlanSettings.all()) {
            out.printf(
                    "%-" + names + "s  %-" + takes + "s  %s (%s)%n",
                    setting.kebabName(),
                    setting.takes(),
                    setting.meaning(),
                    setting.usually());
        }
        out.flush();
        return ExitCode.OK;
    }

    private static int width(Function<Setting<?>, String> column) {
        List<Setting<?>> all = PlanSettings.all();
        return all.stream().mapToInt(setting -> column.apply(setting).length()).max().orElse(0);
    }
}
