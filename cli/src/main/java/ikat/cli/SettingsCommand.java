package ikat.cli;

import ikat.cli.terminal.LiveLine;
import ikat.train.PlanSettings;
import ikat.train.Setting;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Lists the training settings. */
@Command(
        name = "settings",
        description = "List the settings of a training, for --set and plan files.",
        footer = {"", "Each line: name, allowed values, meaning, and in parentheses the default."})
final class SettingsCommand extends IkatCommand {

    @Override
    public Integer call() {
        LiveLine line = line();
        String format =
                "%-" + width(Setting::kebabName) + "s  %-" + width(Setting::takes) + "s  %s (%s)";
        for (Setting<?> setting : PlanSettings.all()) {
            line.line(
                    format.formatted(
                            setting.kebabName(),
                            setting.takes(),
                            setting.meaning(),
                            setting.usually()));
        }
        return ExitCode.OK;
    }

    private static int width(Function<Setting<?>, String> column) {
        List<Setting<?>> all = PlanSettings.all();
        return all.stream().mapToInt(setting -> column.apply(setting).length()).max().orElse(0);
    }
}
