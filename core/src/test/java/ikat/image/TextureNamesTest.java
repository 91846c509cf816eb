package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.model.NamedTexture;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextureNamesTest {

    private static List<String> of(String... paths) {
        return TextureNames.of(List.of(paths));
    }

    @Test
    void aTextureIsCalledAfterItsFileWithoutTheEnding() {
        assertThat(of("/home/a/bark.jpg", "moss.v2.png", ".hidden"))
                .containsExactly("bark", "moss.v2", ".hidden");
    }

    @Test
    void foldersTellEqualNamesApart() {
        assertThat(of("dtd/banded/0001.jpg", "dtd/woven/0001.jpg", "dtd/woven/0002.jpg"))
                .containsExactly("banded/0001", "woven/0001", "0002");
        assertThat(of("a/x/1.jpg", "b/x/1.jpg", "1.png")).containsExactly("a/x/1", "b/x/1", "1");
    }

    @Test
    void numbersTellTheSameFileApart() {
        assertThat(of("a/1.jpg", "a/1.png", "a/1.jpg")).containsExactly("a/1", "a/1-2", "a/1-3");
        assertThat(of("1.jpg", "1.png", "1-2.jpg")).containsExactly("1", "1-3", "1-2");
    }

    @Test
    void whateverAFileIsCalledTheModelTakesTheName() {
        List<String> names =
                of(
                        "x/a b+c*d.png",
                        "../été: 3,5.jpg",
                        "..",
                        "",
                        "\uD83D\uDE00.png",
                        "C:\\pics\\stone wall.jpg",
                        "l".repeat(240) + ".png",
                        "l".repeat(230) + ".png");

        assertThat(names).doesNotHaveDuplicates().contains("a-b-c-d", "été--3-5", "stone-wall");
        for (String name : names) {
            assertThat(new NamedTexture(name, 1, 1, 1, 1).name()).isEqualTo(name);
        }
    }
}
