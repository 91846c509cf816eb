package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.Pictures;
import ikat.studio.RunningStudio;
import ikat.studio.RunningStudio.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planes that are sewn from a picture that is sent. */
class QuiltRoutesTest {

    @TempDir private static Path folder;
    private static RunningStudio studio;
    private static byte[] stripes;

    @BeforeAll
    static void start() throws IOException {
        stripes = Files.readAllBytes(Pictures.stripes(folder.resolve("picture.png")));
        studio = RunningStudio.in(folder);
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    private static Answer quilt(String settings) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, "settings\"\r\n\r\n" + settings);
        write(body, "picture\"; filename=\"a.png\"\r\n\r\n");
        body.writeBytes(stripes);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return studio.send(
                "/api/quilts",
                request ->
                        request.header("Content-Type", "multipart/form-data; boundary=limit")
                                .POST(
                                        java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                                                body.toByteArray())));
    }

    private static void write(ByteArrayOutputStream body, String part) {
        String head = "\r\n--limit\r\nContent-Disposition: form-data; name=\"";
        body.writeBytes((head + part).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPictureBecomesAPlaneOfTheSizeThatIsAsked() {
        Answer answer = quilt("{\"width\": 300, \"height\": 100, \"seed\": 7}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.pixels()).hasSize(30_000);
        assertThat(quilt("{\"width\": 300, \"height\": 100, \"seed\": 7}").body())
                .isEqualTo(answer.body());
    }

    @Test
    void whatIsUsualNeedNotBeSaid() {
        assertThat(studio.upload("/api/quilts", stripes, "picture").pixels()).hasSize(512 * 512);
    }

    @Test
    void sizesAndPicturesThatDoNotFitAreRefused() throws IOException {
        for (String settings :
                new String[] {"{\"width\": 15}", "{\"height\": 2049}", "{\"x\": 1}"}) {
            assertThat(quilt(settings).status()).as(settings).isEqualTo(400);
        }
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(15, 90, BufferedImage.TYPE_INT_RGB), "png", small);
        Answer refused = studio.upload("/api/quilts", small.toByteArray(), "picture");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail()).contains("15x90");
        assertThat(studio.upload("/api/quilts", new byte[2000], "picture").status()).isEqualTo(400);
    }
}
