package ikat.cli;

import ikat.service.Refusal;
import ikat.service.train.PlanFile;
import ikat.train.Budget;
import ikat.train.Codes;
import ikat.train.Crops;
import ikat.train.Intake;
import ikat.train.Layout;
import ikat.train.Noise;
import ikat.train.PlanSettings;
import ikat.train.Setting;
import ikat.train.Shape;
import ikat.train.Technique;
import ikat.train.TextureCodes;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * The options that override the plan derived from the pictures: a mixin for a command whose model
 * transformer is {@link Flags}. Every setting is also an option, but help lists only the common
 * ones; {@code --set} sets the others.
 */
public final class PlanOptions {

    private static final Set<Setting<?>> SHOWN =
            Set.of(
                    Budget.STEPS,
                    TrainingPlan.SEED,
                    Technique.RECIPE,
                    TrainingPlan.WIDTH,
                    TrainingPlan.SELECTION,
                    Crops.PATCH_PIXELS,
                    Crops.BATCH,
                    Noise.WAVES,
                    TextureCodes.PLACE_PIXELS,
                    Intake.CROP,
                    Intake.CORNERS,
                    Intake.TURN,
                    Intake.FLATTEN,
                    Intake.SCALE);

    /** Settings whose options, {@code --for} and {@code --dcgan}, are declared below. */
    private static final Set<Setting<?>> WRITTEN_OUT = Set.of(Budget.SECONDS, Shape.LAYOUT);

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long to train: 90s, 5m, 1h30m; default: 3m.")
    private @Nullable Duration time;

    @Option(
            names = "--plan",
            paramLabel = "FILE.yaml",
            description = "Take settings from a file; options win over it.")
    private @Nullable Path plan;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "Set anything that a plan file can, as in --set momentum=0.6; may be repeated."
                            + " 'ikat settings' lists all.")
    private @Nullable List<String> set;

    @Option(
            names = "--sgan",
            description =
                    "Local noise only, no waves, no global channels (Jetchev 2016), in the recipe"
                            + " that --recipe names.")
    private boolean sgan;

    @Option(
            names = "--dcgan",
            description =
                    "One cell of noise, one picture of one size (Radford 2015), in the recipe that"
                            + " --recipe names.")
    private boolean dcgan;

    private final Map<Setting<?>, OptionSpec> flags = new LinkedHashMap<>();

    /** Adds an option for each setting. */
    public static final class Flags implements IModelTransformer {

        @Override
        public CommandSpec transform(CommandSpec command) {
            for (CommandSpec mixin : command.mixins().values()) {
                if (mixin.userObject() instanceof PlanOptions options) {
                    for (Setting<?> setting : PlanSettings.all()) {
                        if (!WRITTEN_OUT.contains(setting)) {
                            OptionSpec flag = flag(setting);
                            options.flags.put(setting, flag);
                            command.addOption(flag);
                        }
                    }
                }
            }
            return command;
        }
    }

    private static OptionSpec flag(Setting<?> setting) {
        OptionSpec.Builder flag =
                OptionSpec.builder("--" + setting.shortName())
                        .type(setting.type())
                        .paramLabel(label(setting))
                        .hidden(!SHOWN.contains(setting))
                        .description(setting.meaning() + "; default: " + setting.usually() + ".");
        if (setting.type().isEnum()) {
            flag.converters(Converters.choice(setting.type()));
        } else if (setting.type() == List.class) {
            flag.auxiliaryTypes(Integer.class).splitRegex(",");
        }
        return flag.build();
    }

    private static String label(Setting<?> setting) {
        if (setting.type().isEnum()) {
            return Arrays.stream(setting.type().getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("|"));
        }
        return setting.type() == Double.class
                ? "X"
                : setting.name().endsWith("Pixels") ? "PX" : "N";
    }

    /**
     * The plan file's settings, overridden by the options, and both overridden by {@code --set}.
     */
    public PlanSettings settings() throws IOException {
        PlanSettings file = plan == null ? PlanSettings.NONE : PlanFile.read(plan);
        PlanSettings given = flags().with(set());
        if (given.get(TextureCodes.CODES) == Codes.DRAWN
                && (given.has(TextureCodes.MIXED_SHARE) || given.has(TextureCodes.PLACE_PIXELS))) {
            throw Refusal.usage(
                    "--codes drawn leaves no codes to mix or to give to places; leave --mixed-share"
                            + " and --places out");
        }
        if (sgan && dcgan) {
            throw Refusal.usage("--sgan and --dcgan exclude each other; give one of them");
        }
        PlanSettings all = file.with(sgan || dcgan ? withoutWaves(given) : given);
        return dcgan ? all.with(Shape.LAYOUT, Layout.ONE_CELL) : all;
    }

    private PlanSettings flags() {
        OptionSpec steps = Objects.requireNonNull(flags.get(Budget.STEPS));
        if (time != null && steps.getValue() != null) {
            throw Refusal.usage("--for and --steps exclude each other; give one of them");
        }
        PlanSettings given = PlanSettings.NONE;
        try {
            if (time != null) {
                given = given.with(Budget.SECONDS, time.toMillis() / 1000.0);
            }
            for (Map.Entry<Setting<?>, OptionSpec> flag : flags.entrySet()) {
                given = given.with(flag.getKey().name(), flag.getValue().<Object>getValue());
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
        return given;
    }

    private PlanSettings set() {
        PlanSettings given = PlanSettings.NONE;
        for (String entry : Objects.requireNonNullElse(set, List.<String>of())) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw Refusal.usage("--set is %s, but must be NAME=VALUE, such as batch=4", entry);
            }
            try {
                given = given.withText(entry.substring(0, equals), entry.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                throw Refusal.usage("--set %s: %s", entry, e.getMessage());
            }
        }
        return given;
    }

    private PlanSettings withoutWaves(PlanSettings given) {
        boolean coded =
                given.has(TextureCodes.CODES)
                        || given.has(TextureCodes.MIXED_SHARE)
                        || given.has(TextureCodes.PLACE_PIXELS);
        if (coded
                || positive(given.get(Noise.WAVES))
                || positive(given.get(Noise.GLOBAL_CHANNELS))) {
            throw Refusal.usage(
                    "%s has neither waves nor global channels nor codes; leave --waves, --global,"
                            + " --codes, --mixed-share and --places out",
                    sgan ? "--sgan" : "--dcgan");
        }
        return given.with(Noise.WAVES, 0).with(Noise.GLOBAL_CHANNELS, 0);
    }

    private static boolean positive(@Nullable Integer number) {
        return number != null && number > 0;
    }
}
