package ikat.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Depth;
import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.image.Pixels;
import ikat.material.MapStack.Source;
import ikat.model.MapKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapStackTest {

    private static final int SIDE = 24;

    @TempDir private Path folder;
    private final List<String> notes = new ArrayList<>();

    private static Pixels random(int channels, Depth depth) {
        Pixels picture = Pixels.empty(SIDE, SIDE, channels, depth);
        Random random = new Random(channels);
        for (int at = 0; at < picture.bytes().length; at += depth.bytes()) {
            double value = random.nextDouble() * depth.one();
            depth.put(picture.bytes(), at, value);
        }
        return picture;
    }

    /** Normals of gentle hills, with green upwards. */
    private static Pixels hills(int side, boolean greenDown) {
        Pixels normals = Pixels.empty(side, side, 3);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double slopeX = 0.5 * Math.cos(x / 3.0) * Math.cos(y / 4.0);
                double slopeY = -0.4 * Math.sin(x / 3.0) * Math.sin(y / 4.0);
                double length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
                int at = normals.at(x, y);
                Depth.EIGHT.put(normals.bytes(), at, 127.5 * (1 - slopeX / length));
                double up = slopeY / length;
                Depth.EIGHT.put(normals.bytes(), at + 1, 127.5 * (1 + (greenDown ? -up : up)));
                Depth.EIGHT.put(normals.bytes(), at + 2, 127.5 * (1 + 1 / length));
            }
        }
        return normals;
    }

    private Path write(String name, Pixels picture) throws IOException {
        Path file = folder.resolve(name);
        ImageFiles.write(picture.toImage(), file);
        return file;
    }

    private MapStack read(Source... sources) throws IOException {
        return MapStack.read(List.of(sources), SIDE, SIDE, notes::add);
    }

    @ParameterizedTest
    @EnumSource
    void samplesAreReadAsTheyAreStored(Depth depth) throws IOException {
        String ending = depth == Depth.FLOAT ? ".tif" : ".png";
        Pixels heights = random(1, depth);
        Pixels normals = random(3, depth);
        MapStack stack =
                read(
                        new Source(write("a_height" + ending, heights), MapRole.HEIGHT),
                        new Source(write("a_normal" + ending, normals), MapRole.NORMAL_DX));
        assertThat(stack.maps().get(MapKind.HEIGHT).bytes()).isEqualTo(heights.bytes());
        assertThat(stack.maps().get(MapKind.HEIGHT).depth()).isEqualTo(depth);
        assertThat(stack.maps().get(MapKind.NORMAL).bytes()).isEqualTo(normals.bytes());
        assertThat(stack.greenDown()).isTrue();
        assertThat(notes).isEmpty();
    }

    @Test
    void severalMapsInOneFileAreTakenApart() throws IOException {
        Pixels packed = random(3, Depth.EIGHT);
        MapStack stack = read(new Source(write("a_orm.png", packed), MapRole.ORM));
        assertThat(stack.maps()).hasSize(3);
        for (int i = 0; i < SIDE * SIDE; i++) {
            assertThat(stack.maps().get(MapKind.OCCLUSION).bytes()[i])
                    .isEqualTo(packed.bytes()[3 * i]);
            assertThat(stack.maps().get(MapKind.ROUGHNESS).bytes()[i])
                    .isEqualTo(packed.bytes()[3 * i + 1]);
            assertThat(stack.maps().get(MapKind.METALLIC).bytes()[i])
                    .isEqualTo(packed.bytes()[3 * i + 2]);
        }
    }

    @Test
    void aFileOfItsOwnComesBeforeOneOfSeveral() throws IOException {
        Pixels own = random(1, Depth.EIGHT);
        MapStack stack =
                read(
                        new Source(write("a_orm.png", random(3, Depth.EIGHT)), MapRole.ORM),
                        new Source(write("a_rough.png", own), MapRole.ROUGHNESS));
        assertThat(stack.maps().get(MapKind.ROUGHNESS).bytes()).isEqualTo(own.bytes());
        assertThat(notes)
                .containsExactly("roughness of a_orm.png is left out, as another file has it");
    }

    @Test
    void glossIsTheOppositeOfRoughness() throws IOException {
        Pixels gloss = random(1, Depth.SIXTEEN);
        MapStack stack = read(new Source(write("a_gloss.png", gloss), MapRole.GLOSS));
        Pixels rough = stack.maps().get(MapKind.ROUGHNESS);
        for (int at = 0; at < rough.bytes().length; at += 2) {
            assertThat(Depth.SIXTEEN.get(rough.bytes(), at))
                    .isEqualTo(65_535 - Depth.SIXTEEN.get(gloss.bytes(), at));
        }
    }

    @Test
    void opacityIsAlphaWhereThereIsOne() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, i % 256 << 24 | 0x102030);
        }
        Path file = folder.resolve("a_opacity.png");
        ImageIO.write(image, "png", file.toFile());
        MapStack stack = read(new Source(file, MapRole.OPACITY));
        assertThat(stack.maps().get(MapKind.OPACITY).bytes()[77]).isEqualTo((byte) 77);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theReliefShowsWhereGreenPoints(boolean down) throws IOException {
        Source source = new Source(write("a_nrm.png", hills(SIDE, down)), MapRole.NORMAL);
        assertThat(read(source).greenDown()).isEqualTo(down);
        assertThat(notes)
                .containsExactly(
                        "green of a_nrm.png points %s, as its relief shows"
                                .formatted(down ? "down (DirectX)" : "up (OpenGL)"));
    }

    @Test
    void turningTwiceChangesNothing() {
        for (Depth depth : Depth.values()) {
            Pixels normals = random(3, depth);
            Pixels turned = NormalMap.turned(normals);
            assertThat(turned.bytes()).isNotEqualTo(normals.bytes());
            if (depth != Depth.FLOAT) {
                assertThat(NormalMap.turned(turned).bytes()).isEqualTo(normals.bytes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 48, 30})
    void mapsOfAnotherSizeAreResampledAndTold(int side) throws IOException {
        Source source = new Source(write("a_nor_gl.png", hills(side, false)), MapRole.NORMAL_GL);
        Pixels normals = read(source).maps().get(MapKind.NORMAL);
        assertThat(normals.width()).isEqualTo(SIDE);
        for (int i = 0; i < SIDE * SIDE; i++) {
            double squares = 0;
            for (int c = 0; c < 3; c++) {
                double value = (normals.bytes()[3 * i + c] & 0xff) / 127.5 - 1;
                squares += value * value;
            }
            assertThat(Math.sqrt(squares)).isCloseTo(1, within(0.012));
        }
        assertThat(notes)
                .containsExactly(
                        "a_nor_gl.png is resampled from %1$dx%1$d to 24x24 px, the size of the picture"
                                .formatted(side));
    }

    @Test
    void whatIsNoSuchMapIsRefused() throws IOException {
        Source grey = new Source(write("a_normal.png", random(1, Depth.EIGHT)), MapRole.NORMAL);
        assertThatThrownBy(() -> read(grey))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage(
                        "a_normal.png is grey, but a map of normals needs the colours red, green"
                                + " and blue");
        Source none = new Source(folder.resolve("b_normal.png"), MapRole.NORMAL);
        assertThatThrownBy(() -> read(none)).hasMessageContaining("does not exist");
    }

    @Test
    void coloursWhereGreyIsMeantAreTold() throws IOException {
        Pixels colours = random(3, Depth.EIGHT);
        read(new Source(write("a_height.png", colours), MapRole.HEIGHT));
        assertThat(notes).containsExactly("a_height.png has colours, of which red is taken");
    }
}
