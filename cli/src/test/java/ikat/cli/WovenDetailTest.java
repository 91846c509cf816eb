package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFiles;
import ikat.model.TextureModel;
import ikat.render.Weaves;
import ikat.service.NamedModels;
import ikat.service.Pictures;
import ikat.service.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands do with models that hold their pictures, and with others. */
class WovenDetailTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(Workshop.ofThisMachine());
    private Path plain;
    private Path woven;

    @BeforeEach
    void write() throws IOException {
        plain = NamedModels.single(folder.resolve("plain.safetensors"));
        woven = folder.resolve("woven.safetensors");
        Weaves.woven(TextureModel.read(plain)).write(woven);
    }

    private Cli.Outcome render(Path model, Path picture, Object... more) {
        Object[] words = {
            "render", model, "--size", "40x30", "--engine", "java", "--threads", "1", "-o", picture
        };
        Object[] all = new Object[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return cli.run(all);
    }

    @Test
    void aModelWithPicturesIsWovenUnlessTheNetworkIsAskedFor() throws IOException {
        Path usual = folder.resolve("usual.png");
        Path asked = folder.resolve("asked.png");
        Path network = folder.resolve("network.png");
        Path before = folder.resolve("before.png");
        assertThat(render(woven, usual).code()).isZero();
        assertThat(render(woven, asked, "--detail", "woven").code()).isZero();
        assertThat(render(woven, network, "--detail", "network").code()).isZero();
        assertThat(render(plain, before).code()).isZero();

        assertThat(Files.readAllBytes(asked)).isEqualTo(Files.readAllBytes(usual));
        assertThat(ImageFiles.read(network).pixels()).isEqualTo(ImageFiles.read(before).pixels());
        assertThat(ImageFiles.read(usual).pixels()).isNotEqualTo(ImageFiles.read(network).pixels());
    }

    @Test
    void woveTilesWrapAndLevelsShrink() {
        Cli.Outcome outcome =
                cli.run(
                        "render",
                        woven,
                        "--wrap",
                        "xy",
                        "--size",
                        "64x64",
                        "--engine",
                        "java",
                        "-o",
                        folder.resolve("tile.png"));
        assertThat(outcome.out()).contains("x: seamless, repeats exactly");
        assertThat(render(woven, folder.resolve("small.png"), "--level", "3").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void wovenLevelsWrap(int level) {
        Cli.Outcome outcome =
                cli.run(
                        "render",
                        woven,
                        "--wrap",
                        "xy",
                        "--size",
                        "96x40",
                        "--level",
                        level,
                        "--tile-size",
                        "64",
                        "--engine",
                        "java",
                        "-o",
                        folder.resolve("tile.dzi"));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("x: seamless, repeats exactly", "y: seamless, repeats exactly");
    }

    @Test
    void whatCannotBeWovenIsSaidInOneSentence() {
        Path picture = folder.resolve("no.png");
        Cli.Outcome none = render(plain, picture, "--detail", "woven");
        assertThat(none.err()).contains("holds no exemplar to weave detail from");
        assertThat(none.code()).isNotZero();
        assertThat(picture).doesNotExist();
        assertThat(render(plain, picture, "--detail", "fine").err())
                .contains("--detail is fine, but must be network or woven");
    }

    @Test
    void aModelIsToldWhatItWeavesFrom() {
        assertThat(cli.run("inspect", woven).out())
                .contains("woven by default, from 1/2 of the size, from 64x48 px");
        assertThat(cli.run("inspect", plain).out()).contains("no pictures to weave from");
        assertThat(cli.run("inspect", woven, "--json").out())
                .contains("\"detail\" : \"woven\"")
                .contains("64x48");
    }

    @Test
    void picturesAreTakenOutOfAModelAndGivenOnlyToTheirOwn() throws IOException {
        Path without = folder.resolve("without.safetensors");
        assertThat(cli.run("weave", woven, "-o", without).code()).isZero();
        assertThat(TextureModel.read(without)).isEqualTo(TextureModel.read(plain));

        Path stripes = Pictures.stripes(folder.resolve("stripes.png"));
        byte[] before = Files.readAllBytes(woven);
        assertThat(cli.run("weave", woven, stripes).err()).contains("picture");
        assertThat(cli.run("weave", woven, stripes, "--start", "5").err())
                .contains("--start is 5, but must be from 1 to 4");
        assertThat(cli.run("weave", woven, "-o", "x.png").err()).contains("must end in");
        assertThat(Files.readAllBytes(woven)).isEqualTo(before);
    }
}
