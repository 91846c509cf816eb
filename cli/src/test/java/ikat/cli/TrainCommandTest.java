package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.io.OutputLock;
import ikat.model.TextureModel;
import ikat.service.FakeTrainer;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import ikat.train.TrainingDivergedException;
import ikat.train.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {

    @TempDir private Path folder;

    private final FakeWorkshop workshop = new FakeWorkshop();
    private final FakeTrainer trainer = new FakeTrainer();
    private final Cli cli = new Cli(workshop);
    private Path picture;

    @BeforeEach
    void paint() throws IOException {
        workshop.trainer = trainer;
        picture = Pictures.stripes(folder.resolve("stripes.png"));
    }

    /** Trains into the folder, with a small rendering. */
    private Cli.Outcome train(Object... more) {
        List<Object> words = new ArrayList<>(List.of("train", picture, "-o", folder));
        words.addAll(List.of("--size", "70x30"));
        words.addAll(List.of(more));
        return cli.run(words.toArray());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void leavesModelRenderingReportAndCheckpoint() throws IOException {
        byte[] exemplar = Files.readAllBytes(picture);

        Cli.Outcome outcome = train();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(names())
                .containsExactly(
                        "stripes-ikat.png",
                        "stripes.checkpoint",
                        "stripes.html",
                        "stripes.png",
                        "stripes.safetensors");
        assertThat(Files.readAllBytes(picture)).isEqualTo(exemplar);
        assertThat(ImageIO.read(folder.resolve("stripes-ikat.png").toFile()).getWidth())
                .isEqualTo(70);
        assertThat(TextureModel.read(folder.resolve("stripes.safetensors")).provenance().steps())
                .isEqualTo(10);
        assertThat(outcome.out())
                .contains("wrote ")
                .contains("stripes-ikat.png (70x30)")
                .contains("to continue, repeat the command with --resume --for 6m");
    }

    @Test
    void printsThePlan() {
        Cli.Outcome outcome =
                cli.run("train", picture, "--dry-run", "--batch", "3", "--steps", "1000");

        assertThat(outcome.out())
                .contains("periods")
                .containsPattern("(?m)^batch +3 +crops a step; given$")
                .containsPattern("(?m)^steps +1000 +about .* on two cores; given$");
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        Cli.Outcome outcome = train("--dry-run");

        assertThat(outcome.code()).isZero();
        assertThat(names()).containsExactly("stripes.png");
        assertThat(trainer.job).isNull();
    }

    @Test
    void flagsWinOverThePlanFile() throws IOException {
        Path plan =
                Files.writeString(folder.resolve("plan.yaml"), "batch: 5\nlocal: 7\nfor: 20m\n");

        train("--plan", plan, "--batch", "6", "--steps", "9");

        assertThat(trainer.job.plan().crops().batch()).isEqualTo(6);
        assertThat(trainer.job.plan().noise().localChannels()).isEqualTo(7);
        assertThat(trainer.job.plan().budget().steps()).isEqualTo(9);
        assertThat(trainer.job.plan().budget().seconds()).isZero();
    }

    @Test
    void setWinsOverThePlanFileAndTheLastOneCounts() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), "batch: 5\nmomentum: 0.7\n");

        train(
                "--plan",
                plan,
                "--set",
                "batch=3",
                "--set",
                "learning-rate=1e-3",
                "--set",
                "batch=4");

        assertThat(trainer.job.plan().crops().batch()).isEqualTo(4);
        assertThat(trainer.job.plan().optimiser().momentum()).isEqualTo(0.7);
        assertThat(trainer.job.plan().optimiser().learningRate()).isEqualTo(1e-3);
    }

    @Test
    void setTakesEveryNameAndListsAndTimes() {
        train("--set", "smoothStages=1", "--set", "channels=64,32,16", "--set", "for=20m");

        assertThat(trainer.job.plan().shape().smoothStages()).isEqualTo(1);
        assertThat(trainer.job.plan().shape().generatorChannels()).containsExactly(64, 32, 16);
        assertThat(trainer.job.plan().budget().seconds()).isEqualTo(1200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    wavs=3    | --set wavs=3: there is no setting "wavs"; did you mean "waves"?
                    batch=999 | --set batch=999: batch is 999, but must be from 1 to 256
                    batch=a=b | --set batch=a=b: batch is a=b, but must be a whole number
                    batch     | --set is batch, but must be NAME=VALUE, such as batch=4
                    =4        | --set is =4, but must be NAME=VALUE, such as batch=4
                    """)
    void errorsOfSetNameIt(String entry, String sentence) {
        Cli.Outcome outcome = cli.run("train", picture, "--set", entry);

        assertThat(outcome.err()).isEqualToNormalizingNewlines("ikat: " + sentence + "\n");
        assertThat(outcome.code()).isEqualTo(2);
    }

    /** Options that were there before {@code --set} keep working. */
    @ParameterizedTest
    @CsvSource({
        "--depth, 4",
        "--local, 20",
        "--global, 0",
        "--overtones, 4",
        "'--wave-stages', '1,2'",
        "--channels, '64,32,16'",
        "--discriminator-channels, '16,32'",
        "--learning-rate, 1e-3",
        "--final-rate, 0.1",
        "--smooth-stages, 1",
        "--discriminator-rate, 0.4",
        "--mirroring, none",
        "--wave-rate, 3",
        "--momentum, 0.6",
        "--averaging, 0.9",
        "--feature-weight, 0.2",
        "--phase-weight, 0"
    })
    void expertsOptionsWorkThoughHelpHidesThem(String option, String value) {
        assertWorks(option, value);
    }

    @ParameterizedTest
    @CsvSource({"--codes, drawn", "--mixed-share, 0.5"})
    void soDoThoseThatNeedGlobalChannels(String option, String value) {
        assertWorks(option, value, "--global", "3");
    }

    @Test
    void soDoesTheOneThatNeedsWavesToo() {
        assertWorks("--wave-hidden", "30", "--global", "3", "--codes", "drawn");
    }

    private void assertWorks(String option, String value, String... beside) {
        List<Object> words = new ArrayList<>(List.of("train", picture, "--dry-run", option, value));
        words.addAll(List.of(beside));
        assertThat(cli.run(words.toArray()).err()).isEmpty();
        assertThat(cli.run("train", "--help").out()).doesNotContain(option + "=");
        assertThat(cli.run("train", picture, option, "?").err())
                .startsWith("ikat: " + option + " is ?, but must be ");
    }

    @Test
    void helpShowsTheOptionsThatPeopleUse() {
        assertThat(cli.run("train", "--help").out())
                .contains("--for=TIME", "--steps=N", "--seed=N", "--width=live|standard|full")
                .contains("--patch=PX", "--batch=N", "--waves=N", "--places=PX")
                .contains("--select=last|best|early")
                .contains("--plan=FILE.yaml", "--set=NAME=VALUE", "ikat settings");
    }

    @Test
    void sganHasNeitherWavesNorGlobalChannels() {
        train("--sgan");

        assertThat(trainer.job.plan().noise().waves()).isEmpty();
        assertThat(trainer.job.plan().noise().globalChannels()).isZero();
    }

    @Test
    void aLicenceNoteReachesTheModel() throws IOException {
        train("--licence-note", "CC BY 4.0");

        assertThat(
                        TextureModel.read(folder.resolve("stripes.safetensors"))
                                .provenance()
                                .licenceNote())
                .isEqualTo("CC BY 4.0");
    }

    @Test
    void withoutReportThereIsNone() throws IOException {
        train("--no-report");

        assertThat(names()).doesNotContain("stripes.html").contains("stripes.safetensors");
    }

    @Test
    void anEarlierCheckpointIsKept() throws IOException {
        Files.writeString(folder.resolve("stripes.checkpoint"), "earlier");

        Cli.Outcome outcome = train();

        assertThat(folder.resolve("stripes.checkpoint.old")).hasContent("earlier");
        assertThat(outcome.out()).contains("checkpoint is kept as");
        assertThat(trainer.job.start()).isEqualTo(TrainingJob.Start.FRESH);
    }

    @Test
    void resumeTakesTheCheckpoint() throws IOException {
        Files.writeString(folder.resolve("stripes.checkpoint"), "earlier");

        train("--resume");

        assertThat(trainer.job.start()).isEqualTo(TrainingJob.Start.RESUME);
        assertThat(folder.resolve("stripes.checkpoint.old")).doesNotExist();
    }

    @Test
    void resumeWithoutACheckpointIsRefused() {
        Cli.Outcome outcome = train("--resume");

        assertThat(outcome.err()).contains("there is no checkpoint").contains("leave --resume out");
        assertThat(outcome.code()).isEqualTo(1);
    }

    private static void interruptThisProcess() throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-INT", pid).start();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFirstInterruptionKeepsWhatWasLearned() throws IOException {
        workshop.trainer =
                new FakeTrainer() {
                    @Override
                    protected void duringStep(int step) throws IOException {
                        if (step == 6) {
                            interruptThisProcess();
                        }
                        pauseUntilAsked(step);
                    }

                    private void pauseUntilAsked(int step) throws IOException {
                        try {
                            for (int i = 0;
                                    i < 500 && step >= 6 && !job.stop().getAsBoolean();
                                    i++) {
                                Thread.sleep(10);
                            }
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    }
                };

        Cli.Outcome outcome = train();

        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.out()).contains("stopping after this step").contains("with --resume");
        assertThat(names())
                .contains("stripes.checkpoint", "stripes.safetensors", "stripes-preview.png")
                .doesNotContain("stripes-ikat.png", "stripes.html");
    }

    @Test
    void aTrainingThatBrokeDownLeavesNoModel() throws IOException {
        workshop.trainer =
                (job, listener) -> {
                    throw new TrainingDivergedException("the losses are no numbers any more.");
                };

        Cli.Outcome outcome = train();

        assertThat(outcome.err())
                .isEqualToNormalizingNewlines("ikat: the losses are no numbers any more\n");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(names()).containsExactly("stripes.png");
    }

    @Test
    void runningOutOfMemoryIsOneSentence() {
        workshop.trainer =
                (job, listener) -> {
                    throw new OutOfMemoryError("Java heap space");
                };

        Cli.Outcome outcome = train();

        assertThat(outcome.err()).startsWith("ikat: there is not enough memory").hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void aMissingNativeLibraryIsOneSentence() {
        workshop.trainer =
                (job, listener) -> {
                    throw new UnsatisfiedLinkError("no jnitorch in java.library.path");
                };

        Cli.Outcome outcome = train();

        assertThat(outcome.err()).contains("native library").contains("jnitorch").hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void anOutputThatCannotBeWrittenIsRefusedBeforeTraining() throws IOException {
        Files.createDirectory(folder.resolve("taken.html"));

        Cli.Outcome missing = cli.run("train", picture, "-o", folder.resolve("no/x.safetensors"));
        Cli.Outcome taken = cli.run("train", picture, "-o", folder.resolve("taken.safetensors"));
        Cli.Outcome ending = cli.run("train", picture, "-o", folder.resolve("x.onnx"));

        assertThat(missing.err()).contains("there is no folder");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(taken.err()).contains("taken.html is a folder");
        assertThat(taken.code()).isEqualTo(1);
        assertThat(ending.err()).contains("must end in .safetensors");
        assertThat(ending.code()).isEqualTo(2);
        assertThat(trainer.job).isNull();
    }

    @Test
    void twoTrainingsOfOneNameDoNotUndoEachOther() throws IOException {
        try (OutputLock other = OutputLock.claim(folder.resolve("stripes.safetensors"))) {
            Cli.Outcome outcome = train();
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("could not write " + folder.resolve("stripes.safetensors"))
                    .contains("another start is writing it just now");
        }
        assertThat(names()).containsExactly("stripes.png");
    }

    @Test
    void picturesThatCannotBeLearnedAreRefused() throws IOException {
        Cli.Outcome flat = cli.run("train", Pictures.flat(folder.resolve("flat.png")));
        Cli.Outcome small = cli.run("train", Pictures.small(folder.resolve("small.png")));

        assertThat(flat.err()).contains("one colour").hasLineCount(1);
        assertThat(flat.code()).isEqualTo(1);
        assertThat(small.err()).contains("20x20").hasLineCount(1);
        assertThat(small.code()).isEqualTo(1);
    }

    @Test
    void aSettingOutOfRangeIsCodeTwo() {
        Cli.Outcome outcome = cli.run("train", picture, "--batch", "999");

        assertThat(outcome.err()).contains("batch is 999, but must be from 1 to 256");
        assertThat(outcome.code()).isEqualTo(2);
    }
}
