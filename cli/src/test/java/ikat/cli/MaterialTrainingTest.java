package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Domain;
import ikat.image.Exemplar;
import ikat.image.ExemplarFacts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which files are pictures to learn from, which are maps of them, and what is done to both first.
 */
class MaterialTrainingTest extends PaintedTraining {

    private List<String> learned() {
        return trainer.job.exemplars().facts().stream().map(ExemplarFacts::name).toList();
    }

    @Test
    void mapsBesideAPictureAreFoundByTheirNames() throws IOException {
        Path colour = paint("rock_color.png");
        paint("rock_normal.png", 50);
        paint("rock_2K_Roughness.png");
        paint("sand_height.png");
        Cli.Outcome outcome = train(colour);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("note: rock_normal.png is resampled from 50x50 to 100x100 px")
                .contains("note: the material has maps of normal, roughness");
        assertThat(learned()).containsExactly("rock_color.png");
    }

    @Test
    void aFolderOfMaterialsWorksAsItIs() throws IOException {
        paint("a/Rock030_1K_Color.png");
        paint("a/Rock030_1K_NormalGL.png");
        paint("a/Rock030_1K_NormalDX.png");
        paint("a/Rock030_1K_Displacement.png");
        paint("b/wall_diff_2k.png");
        paint("b/wall_nor_gl_2k.png");
        paint("b/wall_disp_2k.png");
        Cli.Outcome outcome = train(folder);
        assertThat(outcome.err()).isEmpty();
        assertThat(learned()).containsExactly("Rock030_1K_Color.png", "wall_diff_2k.png");
        assertThat(outcome.out())
                .contains("normal of Rock030_1K_NormalDX.png is left out, as another file has it")
                .contains("the material has maps of normal, height");
    }

    @Test
    void alphaIsTheMapOfOpacity() throws IOException {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 100 * 100; i++) {
            image.setRGB(i % 100, i / 100, (i % 7 * 40) << 24 | i % 100 * 0x020103);
        }
        Path lace = folder.resolve("lace.png");
        ImageIO.write(image, "png", lace.toFile());
        assertThat(train(lace).out()).contains("the material has maps of opacity");
        paint("plain.png");
        assertThat(train(folder).out()).doesNotContain("maps of"); // not of all pictures
        assertThat(train(lace, "--no-maps").out()).doesNotContain("maps of");
    }

    @Test
    void withoutMapsAllPicturesAreTextures() throws IOException {
        paint("rock_color.png");
        paint("rock_normal.png");
        assertThat(train(folder, "--no-maps").out()).doesNotContain("maps of");
        assertThat(learned()).hasSize(2);
    }

    @Test
    void mapsAreNamedByHand() throws IOException {
        Path colour = paint("photo.png");
        Path relief = paint("scan17.png");
        Cli.Outcome outcome = train(colour, "--map", "height=" + relief);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("scan17.png has colours, of which red is taken")
                .contains("the material has maps of height");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --map shine=a.png | --map is for shine, but must be for one of normal, normal-gl
                    --map color=a.png | --map is for color, but must be for one of normal, normal-gl
                    --map height=none.png | does not exist
                    --crop 1,2,3 | crop has 3 numbers, but must have 4: left, top, width and height
                    --crop 90,0,50,50 | crop is 90,0,50,50, but must lie within the 100x100 pixels
                    --turn 60 | turn is 60
                    --scale 0.001 | scale is 0.001
                    --corners 0,0,0,90,90,90,90,0 | must run clockwise from the upper left one
                    """)
    void whatIsNotAllowedIsRefusedInOneSentence(String options, String sentence)
            throws IOException {
        Path colour = paint("plain.png");
        Cli.Outcome outcome =
                train(
                        colour,
                        options.substring(0, options.indexOf(' ')),
                        options.substring(options.indexOf(' ') + 1));
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.err()).contains(sentence).hasLineCount(1);
    }

    @Test
    void severalPicturesTakeNoMapByHandAndNeedTheSame() throws IOException {
        Path first = paint("a.png");
        Path second = paint("b.png");
        Path map = paint("relief.png");
        assertThat(train(first, second, "--map", "height=" + map).err())
                .contains("--map is for one picture, but there are 2");
        paint("a_height.png");
        assertThat(train(first, second).err())
                .contains("one exemplar has the maps height and another")
                .contains("--no-maps leaves them all out");
    }

    @Test
    void picturesAreMadeReadyBeforeTheyAreLearned() throws IOException {
        Path colour = paint("plain.png", 200);
        Cli.Outcome outcome =
                train(
                        colour,
                        "--crop",
                        "20,10,160,120",
                        "--scale=0.75",
                        "--flatten=30",
                        "--tileable=no");
        assertThat(outcome.err()).isEmpty();
        ExemplarFacts facts = trainer.job.exemplars().facts(0);
        assertThat(List.of(facts.width(), facts.height())).containsExactly(120, 90);
        assertThat(trainer.job.exemplars().get(0).width()).isEqualTo(120);
        assertThat(trainer.job.plan().toMap())
                .containsEntry("crop", List.of(20, 10, 160, 120))
                .containsEntry("flatten", 30)
                .containsEntry("scale", 0.75);
    }

    @Test
    void mapsLieOnThePictureAsItIs() throws IOException {
        Path colour = paint("rock_color.png", 200);
        paint("rock_height.png", 200);
        assertThat(train(colour, "--turn", "5").err())
                .contains("maps lie on the picture as it is")
                .contains("--no-maps");
        assertThat(train(colour, "--crop", "20,10,100,120").out())
                .contains("the material has maps of height")
                .doesNotContain("resampled");
        assertThat(train(colour, "--flatten", "40").err()).isEmpty();
    }

    /** Coloured bars with an oval without alpha, under which one colour lies. */
    private Path withHole(String name, int hidden) throws IOException {
        BufferedImage image = new BufferedImage(220, 200, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 220 * 200; i++) {
            int x = i % 220;
            int y = i / 220;
            boolean hole = Math.hypot((x - 60) / 1.5, y - 50) < 30;
            int bar = (x / 7 % 2 == 0 ? 0x804020 : 0x305070) + y / 9 % 3 * 0x101010;
            image.setRGB(x, y, hole ? hidden & 0xffffff : 0xff000000 | bar);
        }
        Path file = folder.resolve(name);
        assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
        return file;
    }

    private Exemplar onlyExemplar() {
        return trainer.job.exemplars().get(0);
    }

    @Test
    void aLargeTransparentPartIsNotLearned() throws IOException {
        Cli.Outcome outcome = train(withHole("magenta.png", 0xff00ff));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("9.6 % of it are transparent and not learned")
                .doesNotContain("maps of", "laid over white");
        Exemplar magenta = onlyExemplar();
        assertThat(magenta.domain().isHidden(60, 50)).isTrue();
        assertThat(magenta.domain().isHidden(120, 150)).isFalse();
        assertThat(trainer.job.plan().crops().patchPixels())
                .isLessThanOrEqualTo(magenta.domain().side());
        train(withHole("black.png", 0));
        assertThat(Arrays.equals(onlyExemplar().pixels(), magenta.pixels())).isTrue();
        assertThat(train(withHole("magenta.png", 0), "--alpha", "opacity").out())
                .contains("the material has maps of opacity");
        assertThat(onlyExemplar().domain().hides()).isFalse();
    }

    @Test
    void whatAMaskCoversIsNotLearned() throws IOException {
        BufferedImage white = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 20 * 100; i++) {
            white.setRGB(i % 20, i / 20, 0xffffff);
        }
        Path mask = folder.resolve("mask.png");
        assertThat(ImageIO.write(white, "png", mask.toFile())).isTrue();
        Path wall = paint("wall.png");
        assertThat(train(wall, "--mask", mask).out())
                .contains("20.0 % of it are masked and not learned");
        assertThat(onlyExemplar().domain().side()).isEqualTo(80);
        assertThat(train(paint("large.png", 120), "--mask", mask).err())
                .contains("has 100x100 pixels, but a mask of large.png must have 120x120");
        assertThat(train(wall, paint("b.png"), "--mask", mask).err())
                .contains("--mask is for one picture, but there are 2");
        assertThat(train(wall, "--mask", folder.resolve("none.png")).err()).contains("none.png");
    }

    @Test
    void aTileIsRepeatedWithItsMaps() throws IOException {
        BufferedImage tile = new BufferedImage(42, 42, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 42 * 42; i++) {
            double x = 2 * Math.PI * (i % 42) / 21;
            double y = 2 * Math.PI * (i / 42) / 14;
            int level = (int) (128 + 60 * Math.sin(x) + 50 * Math.cos(y));
            tile.setRGB(i % 42, i / 42, level * 0x010101);
        }
        Path colour = folder.resolve("twill_color.png");
        assertThat(ImageIO.write(tile, "png", colour.toFile())).isTrue();
        assertThat(ImageIO.write(tile, "png", folder.resolve("twill_height.png").toFile()))
                .isTrue();
        Cli.Outcome outcome = train(colour);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("its edges join, so that it is repeated to 336x336 pixels")
                .contains("the material has maps of height");
        assertThat(onlyExemplar().domain()).isEqualTo(Domain.torus(42, 42, 8, 8));
        assertThat(train(colour, "--tileable", "no").err()).contains("at least 48 pixels a side");
    }
}
