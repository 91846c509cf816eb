package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class ReportTest {

    @TempDir private Path folder;

    private String page = "";

    @BeforeEach
    void train() throws IOException {
        Path picture = Pictures.stripes(folder.resolve("a & <b>.png"));
        new Cli(new FakeWorkshop())
                .run(
                        "train",
                        picture,
                        "-o",
                        folder.resolve("m"),
                        "--licence-note",
                        "<script>\u0007 & \"");
        page = Files.readString(folder.resolve("m.html"));
    }

    private Document parsed() throws IOException, SAXException, ParserConfigurationException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
    }

    @Test
    void isWellFormed() throws Exception {
        Document document = parsed();

        assertThat(document.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("a & <b>.png");
        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void loadsNothing() throws Exception {
        NodeList all = parsed().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getTagName()).isNotIn("link", "script", "iframe", "object");
            assertThat(element.hasAttribute("href")).isFalse();
            if (element.hasAttribute("src")) {
                assertThat(element.getAttribute("src")).startsWith("data:image/");
            }
        }
        assertThat(page).doesNotContain("url(", "@import", "http:", "https:");
    }

    @Test
    void showsExemplarRenderingAndPreviews() throws Exception {
        assertThat(parsed().getElementsByTagName("img").getLength()).isEqualTo(4);
        assertThat(page.length()).isLessThan(3_000_000);
    }

    @Test
    void tellsPlanPictureAndOrigin() {
        assertThat(page)
                .contains(
                        "periods",
                        "verdict",
                        "10 steps in 10s",
                        "batch",
                        "&lt;script&gt;  &amp; &quot;");
    }
}
