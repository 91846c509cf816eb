package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import ikat.studio.Studio;
import ikat.studio.jobs.JobClient.Answer;
import ikat.studio.jobs.JobClient.Sent;
import ikat.studio.web.StudioSettings;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileUploadsTest {

    @TempDir Path folder;
    private byte[] stripes;
    private Studio studio;
    private JobClient client;

    @BeforeEach
    void open() throws Exception {
        stripes = Files.readAllBytes(Pictures.stripes(folder.resolve("picture.png")));
        studio =
                Studio.start(
                        StudioSettings.local(folder.resolve("studio"), Optional.empty()),
                        new FakeWorkshop());
        client = new JobClient(studio);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private void isRefused(int status, String why, Sent... files) throws Exception {
        Answer answer = client.upload("/api/trainings", "{}", files);
        assertThat(answer.detail()).contains(why).doesNotContain(folder.toString());
        assertThat(answer.status()).isEqualTo(status);
        assertThat(client.get("/api/trainings").json().get("trainings")).isEmpty();
        Path jobs = folder.resolve("studio/jobs");
        if (Files.exists(jobs)) {
            try (Stream<Path> left = Files.list(jobs)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .allMatch(".lock"::equals);
            }
        }
    }

    private static Sent picture(String name, byte[] bytes) {
        return new Sent("pictures", name, bytes);
    }

    @Test
    void headerThatClaimsTooMuchIsRefused() throws Exception {
        isRefused(400, "bomb.png is 100000x100000 pixels", picture("bomb.png", bomb()));
    }

    @Test
    void whatIsNoPictureIsRefused() throws Exception {
        byte[] text = "just words, no picture".getBytes(StandardCharsets.UTF_8);
        isRefused(400, "words.png", picture("words.png", text));
        isRefused(400, "empty.png is empty", picture("empty.png", new byte[0]));
        isRefused(400, "cut.png", picture("cut.png", Arrays.copyOf(stripes, 300)));
        isRefused(400, "words.png", picture("stripes.png", stripes), picture("words.png", text));
    }

    @Test
    void theGoodOnesGoOnWhereTheOthersAreToBeSkipped() throws Exception {
        byte[] text = "just words, no picture".getBytes(StandardCharsets.UTF_8);
        String path = "/api/trainings?unreadable=skip";
        Answer answer =
                client.upload(
                        path,
                        "{}",
                        picture("words.png", text),
                        picture("a.png", stripes),
                        picture("cut.png", Arrays.copyOf(stripes, 300)),
                        picture("b.png", stripes));
        assertThat(answer.status()).as(answer.detail()).isEqualTo(201);
        assertThat(answer.json().get("pictures").findValuesAsString("name"))
                .containsExactly("a.png", "b.png");
        assertThat(answer.json().get("notes").toString())
                .contains("left out: words.png is not a picture", "left out: cut.png");

        Answer none =
                client.upload(
                        path, "{}", picture("words.png", text), picture("no.png", new byte[0]));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.detail()).contains("words.png is not a picture", "; no.png is empty");
    }

    @Test
    void hopelessPictureIsRefusedWithItsReason() throws Exception {
        byte[] flat = Files.readAllBytes(Pictures.flat(folder.resolve("flat.png")));
        isRefused(400, "flat.png cannot be learned", picture("flat.png", flat));
    }

    @Test
    void tooManyAreRefused() throws Exception {
        Sent[] many =
                IntStream.range(0, 65)
                        .mapToObj(i -> picture(i + ".png", stripes))
                        .toArray(Sent[]::new);
        isRefused(413, "pictures has 65 files", many);
    }

    @Test
    void tooMuchIsRefused() throws Exception {
        isRefused(413, "too much at once", picture("large.png", Arrays.copyOf(stripes, 33 << 20)));
    }

    @Test
    void requestWithoutPicturesIsRefused() throws Exception {
        isRefused(400, "there is no picture");
        assertThat(client.post("/api/trainings").detail()).contains("multipart/form-data");
    }

    @Test
    void settingsAreChecked() throws Exception {
        for (String[] wrong :
                new String[][] {
                    {"{\"wdth\":\"live\"}", "did you mean \"width\""},
                    {"{\"width\":\"huge\"}", "live, standard or full"},
                    {"{\"seconds\":-1}", "seconds is -1"},
                    {"{\"half\":3}", "true or false"},
                    {"{\"name\":[]}", "name must be text"},
                    {"{", "cannot be read"},
                    {"[]", "cannot be read"}
                }) {
            Answer answer = client.upload("/api/trainings", wrong[0], picture("a.png", stripes));
            assertThat(answer.detail()).contains(wrong[1]);
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(client.get("/api/trainings").json().get("trainings")).isEmpty();
    }

    @Test
    void namesLoseTheirFolders() throws Exception {
        Answer answer =
                client.upload(
                        "/api/trainings",
                        "{\"name\":\"../../../evil\"}",
                        picture("../../x.png", stripes),
                        picture("..\\\\..\\\\X.png", stripes),
                        picture("..", stripes),
                        picture(".hidden ü?.png", stripes));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        assertThat(answer.json().get("pictures").findValuesAsString("name"))
                .containsExactly("x.png", "X-2.png", "picture", "hidden-ü-.png");
        assertThat(answer.json().get("name").asString()).isEqualTo("evil");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(path -> path.toString().endsWith("x.png")))
                    .allMatch(path -> path.toString().contains("/jobs/" + answer.id() + "/"));
        }
    }

    /** A PNG whose header claims 100000x100000 pixels. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(100_000).putInt(100_000);
        chunk(bytes, "IHDR", header.put(new byte[] {8, 2, 0, 0, 0}).array());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(pixels)) {
            deflater.write(new byte[1 << 20]);
        }
        chunk(bytes, "IDAT", pixels.toByteArray());
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream bytes, String type, byte[] data)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}
