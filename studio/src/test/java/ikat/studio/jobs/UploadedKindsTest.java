package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFiles;
import ikat.studio.RunningStudio;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are sent are looked at while they come. */
class UploadedKindsTest {

    private static final int LENGTH = 9_000_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/api/scores", "/api/trainings"})
    @Timeout(20)
    void whatIsNoPictureIsRefusedBeforeTheRestIsSent(String path) throws Exception {
        String body =
                "--x\r\n"
                        + "Content-Disposition: form-data; name=\"exemplar\"; filename=\"a"
                        + " b.png\"\r\n\r\n"
                        + "MZ no picture ".repeat(200);
        try (RunningStudio studio = RunningStudio.in(folder);
                Socket socket = studio.socket()) {
            String head =
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %s\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\n\r\n";
            byte[] sent = (head.formatted(path, LENGTH) + body).getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(sent);
            byte[] answer = new byte[4096];
            int read = 0;
            String text = "";
            while (read >= 0 && !text.contains("}")) {
                read = socket.getInputStream().read(answer);
                text += new String(answer, 0, Math.max(0, read), StandardCharsets.UTF_8);
            }
            assertThat(text)
                    .startsWith("HTTP/1.1 400")
                    .contains("a-b.png is not a picture of a known format");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tif"})
    void theBeginningsOfPicturesPass(String format) throws IOException {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        ImageFiles.requirePicture("a", Arrays.copyOf(bytes.toByteArray(), 1024));
        ImageFiles.requirePicture("a", Arrays.copyOf(bytes.toByteArray(), 64));
    }
}
