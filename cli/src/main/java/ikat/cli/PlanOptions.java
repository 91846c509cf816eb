package ikat.cli;

import ikat.image.Mirroring;
import ikat.service.Refusal;
import ikat.service.train.PlanFile;
import ikat.service.train.Settings;
import ikat.train.Codes;
import ikat.train.Layout;
import ikat.train.Selection;
import ikat.train.Width;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that override what the plan takes from the pictures. */
public final class PlanOptions {

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long to train: 90s, 5m, 1h30m; default: 3m.")
    private @Nullable Duration time;

    @Option(names = "--steps", paramLabel = "N", description = "Train for N steps instead.")
    private @Nullable Long steps;

    @Option(
            names = "--plan",
            paramLabel = "FILE.yaml",
            description = "Take settings from a file; options win over it.")
    private @Nullable Path plan;

    @Option(names = "--seed", paramLabel = "N", description = "Of everything random; default: 0.")
    private @Nullable Long seed;

    @Option(
            names = "--sgan",
            description = "Local noise only, no waves, no global channels (Jetchev 2016).")
    private boolean sgan;

    @Option(
            names = "--dcgan",
            description = "One cell of noise, one picture of one size (Radford 2015): a baseline.")
    private boolean dcgan;

    @Option(
            names = "--width",
            paramLabel = "NAME",
            description =
                    "live, standard or full: a quarter, half or all of the published channels.")
    private @Nullable Width width;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Stages of the generator; a cell of noise becomes 2^N px.")
    private @Nullable Integer depth;

    @Option(names = "--patch", paramLabel = "PX", description = "Side of the training crops.")
    private @Nullable Integer patch;

    @Option(names = "--batch", paramLabel = "N", description = "Crops a step.")
    private @Nullable Integer batch;

    @Option(
            names = "--local",
            paramLabel = "N",
            description = "Channels of noise, new in each cell.")
    private @Nullable Integer local;

    @Option(
            names = "--global",
            paramLabel = "N",
            description = "Channels of noise that select the texture.")
    private @Nullable Integer global;

    @Option(
            names = "--codes",
            paramLabel = "NAME",
            description =
                    "learned: a code for each picture, so that textures have names; drawn: at"
                            + " random, as published.")
    private @Nullable Codes codes;

    @Option(
            names = "--mixed-share",
            paramLabel = "X",
            description = "Share of the crops made with a mixture of two codes.")
    private @Nullable Double mixedShare;

    @Option(
            names = "--places",
            paramLabel = "PX",
            description =
                    "Give places this far apart codes of their own: for a picture that is not one"
                            + " texture.")
    private @Nullable Integer places;

    @Option(names = "--waves", paramLabel = "N", description = "Learned waves; 0 for none.")
    private @Nullable Integer waves;

    @Option(
            names = "--overtones",
            paramLabel = "N",
            description = "Overtones of the waves, 0 to 16.")
    private @Nullable Integer overtones;

    @Option(
            names = "--wave-stages",
            paramLabel = "N",
            split = ",",
            description = "The generator's stages that take the waves, counted from 0.")
    private @Nullable List<Integer> waveStages;

    @Option(
            names = "--wave-hidden",
            paramLabel = "N",
            description = "Hidden units of the network that bends the waves.")
    private @Nullable Integer waveHidden;

    @Option(
            names = "--channels",
            paramLabel = "N",
            split = ",",
            description = "The generator's channels, coarse to fine: 128,64,32,16.")
    private @Nullable List<Integer> channels;

    @Option(
            names = "--discriminator-channels",
            paramLabel = "N",
            split = ",",
            description = "The discriminator's channels, fine to coarse.")
    private @Nullable List<Integer> discriminatorChannels;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Adam's step.")
    private @Nullable Double learningRate;

    @Option(
            names = "--final-rate",
            paramLabel = "X",
            description = "Share of the learning rate left at the end.")
    private @Nullable Double finalRate;

    @Option(
            names = "--smooth-stages",
            paramLabel = "N",
            description = "Last stages that enlarge smoothly, without a checkerboard.")
    private @Nullable Integer smoothStages;

    @Option(
            names = "--discriminator-rate",
            paramLabel = "X",
            description = "Learning rate of the discriminator, as a multiple.")
    private @Nullable Double discriminatorRate;

    @Option(
            names = "--mirroring",
            paramLabel = "none|random",
            description = "Mirror the crops at random: for pictures without a direction.")
    private @Nullable Mirroring mirroring;

    @Option(
            names = "--wave-rate",
            paramLabel = "X",
            description = "Learning rate of the waves, as a multiple.")
    private @Nullable Double waveRate;

    @Option(names = "--momentum", paramLabel = "X", description = "Adam's first moment.")
    private @Nullable Double momentum;

    @Option(
            names = "--averaging",
            paramLabel = "X",
            description = "Decay of the generator's moving average.")
    private @Nullable Double averaging;

    @Option(
            names = "--feature-weight",
            paramLabel = "X",
            description = "Weight of matching the discriminator's features.")
    private @Nullable Double featureWeight;

    @Option(
            names = "--phase-weight",
            paramLabel = "X",
            description = "Weight of matching pixels at the same phase of the waves.")
    private @Nullable Double phaseWeight;

    @Option(
            names = "--select",
            paramLabel = "last|best|early",
            description =
                    "Which state becomes the model: the last, the one that scored best, or the best"
                            + " with an end once the score gets no better.")
    private @Nullable Selection selection;

    /** The plan file's settings with the options laid over them. */
    public Settings settings() throws IOException {
        if (time != null && steps != null) {
            throw Refusal.usage("--for and --steps exclude each other; give one of them");
        }
        if (codes == Codes.DRAWN && (mixedShare != null || places != null)) {
            throw Refusal.usage(
                    "--codes drawn leaves no codes to mix or to give to places; leave --mixed-share"
                            + " and --places out");
        }
        Settings all = plan == null ? new Settings() : PlanFile.read(plan);
        if (sgan && dcgan) {
            throw Refusal.usage("--sgan and --dcgan exclude each other; give one of them");
        }
        return all.overlay(sgan || dcgan ? withoutWaves(options()) : options());
    }

    private Settings options() {
        return new Settings()
                .set("for", time == null ? null : time.toString())
                .set("steps", steps)
                .set("seed", seed)
                .set("width", width)
                .set("depth", depth)
                .set("patchPixels", patch)
                .set("batch", batch)
                .set("localChannels", local)
                .set("globalChannels", global)
                .set("codes", codes)
                .set("mixedShare", mixedShare)
                .set("placePixels", places)
                .set("layout", dcgan ? Layout.ONE_CELL : null)
                .set("waves", waves)
                .set("overtones", overtones)
                .set("waveStages", waveStages)
                .set("waveHidden", waveHidden)
                .set("generatorChannels", channels)
                .set("discriminatorChannels", discriminatorChannels)
                .set("learningRate", learningRate)
                .set("finalRate", finalRate)
                .set("waveRate", waveRate)
                .set("discriminatorRate", discriminatorRate)
                .set("mirroring", mirroring)
                .set("smoothStages", smoothStages)
                .set("momentum", momentum)
                .set("averaging", averaging)
                .set("featureWeight", featureWeight)
                .set("phaseWeight", phaseWeight)
                .set("selection", selection);
    }

    private Settings withoutWaves(Settings settings) {
        boolean coded = codes != null || mixedShare != null || places != null;
        if (coded || (waves != null && waves != 0) || (global != null && global != 0)) {
            throw Refusal.usage(
                    (sgan ? "--sgan" : "--dcgan")
                            + " has neither waves nor global channels nor codes; leave --waves,"
                            + " --global, --codes, --mixed-share and --places out");
        }
        return settings.set("waves", 0).set("globalChannels", 0).set("waveHidden", null);
    }
}
