package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFiles;
import ikat.model.TextureModel;
import ikat.service.FakeTrainer;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published recipes and options without effect, as the command line gives them. */
class RecipeCommandTest {

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

    @Test
    void aDryRunShowsThePublishedRecipeEntirely() {
        assertThat(cli.run("train", picture, "--dry-run", "--recipe", "published").out())
                .containsPattern("(?m)^recipe +published +PSGAN as published, .*; given$")
                .containsPattern("(?m)^departures +none +from the published recipe$")
                .containsPattern("(?m)^patch +160 px")
                .containsPattern("(?m)^batch +25 ")
                .containsPattern("(?m)^channels +512-256-128-64 ")
                .containsPattern("(?m)^upsampling +transposed ")
                .containsPattern("(?m)^border +zero ")
                .containsPattern("(?m)^kernel +5 ")
                .containsPattern("(?m)^rate +0.0002 +to the end$")
                .containsPattern("(?m)^decay +0.00000001 ")
                .containsPattern("(?m)^waves +6 +from a fixed start")
                .containsPattern("(?m)^waveform +sine ")
                .containsPattern("(?m)^fakes +fresh ")
                .containsPattern("(?m)^rest +0 ")
                .containsPattern("(?m)^momentum +0.5 ");
    }

    @Test
    void theMethodIsThatOfTheRecipe() {
        List<Object> words = List.of("train", picture, "--dry-run", "--recipe", "published");
        assertThat(run(words, "--sgan", "--batch", "25", "--set", "patch=160").out())
                .containsPattern("(?m)^recipe +published +SGAN as published")
                .containsPattern("(?m)^departures +patch=160, batch=25 +from");
        assertThat(run(words, "--dcgan", "--width", "live").out())
                .containsPattern("(?m)^recipe +published +DCGAN as published")
                .containsPattern("(?m)^departures +width=live +from")
                .containsPattern("(?m)^channels +256-128-64-32 ");
        assertThat(cli.run("train", picture, "--dry-run", "--dcgan").out())
                .containsPattern("(?m)^recipe +ikat +this project's own$")
                .containsPattern("(?m)^layout +one cell");
    }

    @Test
    void aPublishedTrainingWeavesNothing() throws IOException {
        Path model = folder.resolve("m.safetensors");
        Cli.Outcome outcome =
                cli.run(
                        "train",
                        picture,
                        "--recipe",
                        "published",
                        "-o",
                        model,
                        "--size",
                        "64x64",
                        "--no-report");
        assertThat(outcome.err()).isEmpty();
        assertThat(trainer.job.plan().asPublished()).isTrue();
        assertThat(TextureModel.read(model).weave()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --sgan --waves 2                 | --sgan has neither waves nor global channels nor codes
                    --sgan --overtones 3             | overtones is 3, but there are no waves; leave it out
                    --sgan --wave-rate 3             | waveRate is 3.0, but there are no waves; leave it out
                    --sgan --wave-stages 1,2         | waveStages is [1, 2], but there are no waves; leave it out
                    --sgan --set waveform=sine       | waveform is sine, but there are no waves; leave it out
                    --sgan --codes learned           | --sgan has neither waves nor global channels nor codes
                    --dcgan --places 50              | --dcgan has neither waves nor global channels nor codes
                    --dcgan --select best            | selection is best, but only one endless texture
                    --dcgan --held-out 128           | heldOutPixels is 128, but the last state is kept
                    --sgan --dcgan                   | --sgan and --dcgan exclude each other
                    --codes drawn                    | codes is drawn, but there is only one texture
                    --code-rate 1                    | codeRate is 1.0, but there are no codes; leave it out
                    --codes drawn --places 50        | --codes drawn leaves no codes to mix or to give to places
                    --ticks 1,2                      | ticks is [1, 2], but the training is limited by time
                    --for 1m --steps 5               | --for and --steps exclude each other
                    --width full --channels 16,8,8   | width is full, but the generator's channels are given
                    --turn 3 --straighten yes        | only one of corners, turn and straighten can be given
                    --waveform sine                  | waveform is sine, but with overtones or waves at later stages
                    --recipe published --map normal=n.png | --map is given, but maps are only kept to weave them
                    --no-weave --map normal=n.png    | --map is given, but maps are only kept to weave them
                    --recipe published --smooth-stages 1  | smoothStages is 1, but must be 0 with transposed
                    --recipe published --patch 100   | patchPixels is 100, but with zeros around a patch must be
                    """)
    void optionsWithoutEffectAreRefusedInOneSentence(String options, String message)
            throws IOException {
        Files.copy(picture, folder.resolve("n.png"));
        String words = options.replace("n.png", folder.resolve("n.png").toString());
        Cli.Outcome outcome =
                run(List.of("train", picture, "--dry-run"), (Object[]) words.split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).hasLineCount(1);
    }

    @Test
    void aModelTellsItsRecipeAndWhatRepeatsIt() throws IOException {
        Path file = folder.resolve("m.safetensors");
        TextureModel model = FakeTrainer.model(ImageFiles.read(picture), null);
        new TextureModel(
                        model.spec(),
                        model.weights(),
                        Map.of(
                                "recipe",
                                "PUBLISHED",
                                "departures",
                                List.of("width=live", "batch=4"),
                                "steps",
                                0,
                                "ticks",
                                List.of(1, 4, 10)),
                        model.provenance())
                .write(file);
        assertThat(cli.run("inspect", file).out())
                .containsPattern("(?m)^recipe +as published, but for width=live, batch=4$")
                .containsPattern("(?m)^again +--steps 10 --set ticks=1,4,10$");
    }

    private Cli.Outcome run(List<Object> words, Object... more) {
        List<Object> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return cli.run(all.toArray());
    }
}
