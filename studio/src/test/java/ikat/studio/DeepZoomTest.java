package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio.Answer;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class DeepZoomTest {

    private static final String BARK = "/deepzoom/cloth~seed=3~texture=bark";

    @TempDir private static Path folder;
    private static RunningStudio studio;

    @BeforeAll
    static void start() {
        studio = RunningStudio.in(folder);
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    @Test
    void theDescriptionNamesSizeTilesAndFormat() throws Exception {
        Answer answer = studio.get(BARK + ".dzi?format=png");
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        Element image =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(answer.body()))
                        .getDocumentElement();
        assertThat(image.getNodeName()).isEqualTo("Image");
        assertThat(image.getAttribute("xmlns"))
                .isEqualTo("http://schemas.microsoft.com/deepzoom/2008");
        assertThat(image.getAttribute("TileSize")).isEqualTo("256");
        assertThat(image.getAttribute("Overlap")).isEqualTo("0");
        assertThat(image.getAttribute("Format")).isEqualTo("png");
        Element size = (Element) image.getElementsByTagName("Size").item(0);
        assertThat(size.getAttribute("Width")).isEqualTo("65536");
        assertThat(studio.get(BARK + ".dzi").text()).contains("Format=\"jpg\"");
    }

    @Test
    void theLastLevelIsThePlaneAtFullSize() {
        int[] plane =
                studio.get("/api/models/cloth/tiles/12/255/7.png?seed=3&texture=bark").pixels();
        assertThat(studio.get(BARK + "_files/16/255_7.png").pixels()).isEqualTo(plane);
        int[] half = studio.get("/api/models/cloth/tiles/11/3/7.png?seed=3&texture=bark").pixels();
        assertThat(studio.get(BARK + "_files/15/3_7.png").pixels()).isEqualTo(half);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cloth_files/16/256_0.png     | 404 | the column is 256, but must be from 0 to 255
                    cloth_files/16/0_-1.png      | 404 | the row is -1
                    cloth_files/9/2_0.png        | 404 | the column is 2, but must be from 0 to 1
                    cloth_files/8/1_0.png        | 404 | the column is 1, but must be from 0 to 0
                    cloth_files/0/0_1.png        | 404 | the row is 1, but must be from 0 to 0
                    cloth_files/17/0_0.png       | 404 | the level is 17, but must be from 0 to 16
                    cloth_files/x/0_0.png        | 400 | level is x
                    cloth_files/16/00.png        | 400 | COLUMN_ROW
                    cloth_files/16/0_0           | 400 | COLUMN_ROW
                    cloth_files/16/0_0.gif       | 400 | the format is gif
                    silk_files/16/0_0.png        | 404 | no model silk
                    silk.dzi                     | 404 | no model silk
                    cloth~texture=silk.dzi       | 400 | silk
                    cloth.dzi?format=tif         | 400 | the format is tif
                    """)
    void whatCannotBeIsRefusedInOneSentence(String path, int status, String words) {
        Answer answer = studio.get("/deepzoom/" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.detail()).contains(words);
    }
}
