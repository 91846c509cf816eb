package ikat.studio.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.model.TextureModel;
import ikat.render.Weaves;
import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import ikat.studio.Studio;
import ikat.studio.web.Access;
import ikat.studio.web.Limits;
import ikat.studio.web.StudioSettings;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRoutesTest {

    private static final String SCENE =
            "{'model':'named','width':64,'height':64,'textures':['bark','moss'],'weights':[1,1],";
    private static final String DRIFT = SCENE + "'play':'drift','drift':1,";

    @TempDir private static Path folder;
    private static Studio studio;

    @BeforeAll
    static void open() throws Exception {
        Path named = NamedModels.named(folder.resolve("named.safetensors"));
        Weaves.woven(TextureModel.read(named)).write(folder.resolve("felt.safetensors"));
        studio = Studio.start(StudioSettings.local(folder, Optional.empty()), new FakeWorkshop());
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    private static ByteBuffer await(LiveClient client) throws InterruptedException {
        ByteBuffer frame = client.frame(10_000);
        assertThat(frame).as("a frame; refused: %s", client.errors).isNotNull();
        return frame;
    }

    @Test
    void aSceneBecomesAFrameAndThenNothingMoreHappens() throws Exception {
        try (LiveClient client = new LiveClient(studio.address())) {
            client.say(SCENE + "'serial':9}");
            ByteBuffer frame = await(client);

            assertThat(frame.get(0)).isEqualTo((byte) 0x4C);
            assertThat(frame.get(1)).isZero();
            assertThat(frame.getShort(2)).isEqualTo((short) 64);
            assertThat(frame.getShort(4)).isEqualTo((short) 64);
            assertThat(LiveClient.number(frame)).isEqualTo(1);
            assertThat(LiveClient.serial(frame)).isEqualTo(9);
            assertThat(frame.remaining())
                    .isEqualTo(26 + 3 * 64 * 64 + 1 + 2 * LiveClient.shares(frame).length);
            assertThat(LiveClient.shares(frame))
                    .containsExactly(new double[] {0.5, 0.5}, within(1e-4));
            client.say("{'ack':1}");
            assertThat(client.frame(200)).isNull();
        }
    }

    @Test
    void whoAcknowledgesNothingGetsTwoFrames() throws Exception {
        try (LiveClient client = new LiveClient(studio.address())) {
            client.say(DRIFT + "'serial':1}");
            await(client);
            await(client);
            assertThat(client.frame(300)).isNull();
            client.say("{'ack':1}");
            assertThat(LiveClient.number(await(client))).isEqualTo(3);
            assertThat(client.frame(200)).isNull();
            client.say("{'ack':1}"); // again, which counts for nothing
            assertThat(client.frame(200)).isNull();
            client.say("{'ack':1000000}"); // all that was sent, and nothing that was not
            await(client);
            await(client);
            assertThat(client.frame(200)).isNull();
        }
    }

    private static double framesSent() throws Exception {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("ikat_live_frames_total "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .sum();
    }

    /** Acknowledges everything and reads nothing, so that frames would pile up in the studio. */
    @Test
    void whoReadsNothingGetsNoMoreThanTheNetworkHolds() throws Exception {
        double before = framesSent();
        WebSocket.Listener deaf =
                new WebSocket.Listener() {
                    @Override
                    public void onOpen(WebSocket socket) {
                        // asks for no message
                    }
                };
        String address = studio.address().toString().replaceFirst("http", "ws") + "live";
        WebSocket socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(URI.create(address), deaf)
                        .join();
        String scene = DRIFT.replace("'width':64,'height':64", "'width':512,'height':512");
        socket.sendText((scene + "'serial':1}").replace('\'', '"'), true).join();
        double most = 40; // of 0.8 MB, more than all buffers hold
        double sent = -1;
        int still = 0;
        while (still < 200 && sent < most) {
            socket.sendText("{\"ack\":9000000000000000000}", true).join();
            socket.sendText("{\"ack\":\"none\"}", true).join();
            Thread.sleep(10);
            double now = framesSent() - before;
            still = now == sent ? still + 1 : 0;
            sent = now;
        }
        assertThat(sent).isBetween(1.0, most - 1);
        socket.abort();
        awaitConnections(0);
    }

    @Test
    void aJpegFrameIsAJpeg() throws Exception {
        try (LiveClient client = new LiveClient(studio.address())) {
            client.say(SCENE + "'encoding':'jpeg'}");
            ByteBuffer frame = await(client);

            assertThat(frame.get(1)).isEqualTo((byte) 1);
            assertThat(frame.getShort(26)).isEqualTo((short) 0xD8FF);
        }
    }

    @Test
    void whatIsRefusedBreaksNothing() throws Exception {
        try (LiveClient client = new LiveClient(studio.address())) {
            client.say("{'model':'nobody'}");
            assertThat(client.errors.poll(5, TimeUnit.SECONDS))
                    .contains("there is no model nobody");
            client.say(SCENE.replace("moss", "mos") + "'serial':1}");
            assertThat(client.errors.poll(5, TimeUnit.SECONDS)).contains("did you mean moss?");
            client.show((byte) 1, (byte) 2, (byte) 0, (byte) 2, (byte) 0, (byte) 7);
            assertThat(client.errors.poll(5, TimeUnit.SECONDS)).contains("must have 12");
            client.show((byte) 1);
            assertThat(client.errors.poll(5, TimeUnit.SECONDS)).contains("no picture");
            client.say("{'ack':'x'}");
            assertThat(client.errors.poll(5, TimeUnit.SECONDS)).contains("ack is");
            client.say(SCENE + "'serial':2}");
            assertThat(LiveClient.serial(await(client))).isEqualTo(2);
        }
    }

    @Test
    void aPictureSteersTheNextFrame() throws Exception {
        try (LiveClient client = new LiveClient(studio.address())) {
            client.say(SCENE + "'steer':{'mode':'brightness','smoothing':0}}");
            ByteBuffer unsteered = await(client);
            client.say("{'ack':1}");
            client.show(picture((byte) 0));
            ByteBuffer dark = await(client);
            client.say("{'ack':2}");
            client.show(picture((byte) 255));
            ByteBuffer bright = await(client);
            client.say("{'ack':3}");
            client.say(SCENE.replace("[1,1]", "[1,0]") + "'serial':0}");

            assertThat(pixels(dark)).isNotEqualTo(pixels(bright)).isNotEqualTo(pixels(unsteered));
            assertThat(pixels(await(client))).isEqualTo(pixels(dark));
        }
    }

    @Test
    void aFrameOfTheNetworkDoesNotWaitForAWovenOne() throws Exception {
        try (LiveClient client = new LiveClient(studio.address())) {
            String felt = SCENE.replace("named", "felt");
            client.say(felt.replace(":64", ":1024") + "'detail':'woven','serial':1}"); // takes long
            while (!text("/health").contains("\"running\":1")) {
                Thread.sleep(2);
            }
            client.say(felt + "'serial':2}");
            ByteBuffer frame = await(client);
            assertThat(LiveClient.serial(frame)).isEqualTo(2);
            client.say("{'ack':1}");
            client.say(felt + "'detail':'woven','serial':3}");
            assertThat(LiveClient.serial(await(client))).isEqualTo(3);
            assertThat(client.errors).isEmpty();
        }
    }

    private static byte[] picture(byte grey) {
        return new byte[] {1, 1, 0, 1, 0, grey, grey, grey};
    }

    private static ByteBuffer pixels(ByteBuffer frame) {
        return frame.slice(26, 3 * frame.getShort(2) * frame.getShort(4));
    }

    @Test
    void aMessageThatIsTooLongEndsTheConnection() {
        try (LiveClient client = new LiveClient(studio.address())) {
            client.say("{'model':'" + "x".repeat(17_000) + "'}");
            assertThat(client.closed)
                    .succeedsWithin(5, TimeUnit.SECONDS)
                    .asString()
                    .startsWith("1009");
        }
    }

    @Test
    void theNinthConnectionOfAnAddressIsRefused() throws Exception {
        awaitConnections(0); // those of other tests are on their way out
        List<LiveClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                clients.add(new LiveClient(studio.address()));
                clients.get(i).say(SCENE + "'serial':1}");
                await(clients.get(i));
            }
            LiveClient ninth = new LiveClient(studio.address());
            clients.add(ninth);
            assertThat(ninth.closed)
                    .succeedsWithin(5, TimeUnit.SECONDS)
                    .asString()
                    .isEqualTo(
                            "1013 there are too many live pictures open; close another one and"
                                    + " try again");
            assertThat(metrics())
                    .contains("ikat_live_connections 8")
                    .containsPattern("ikat_live_frames_total [1-9]");
        } finally {
            clients.forEach(LiveClient::close);
        }
        awaitConnections(0);
    }

    private static void awaitConnections(int count) throws Exception {
        String line = "ikat_live_connections " + count;
        long until = System.nanoTime() + 5_000_000_000L;
        while (!metrics().contains(line) && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertThat(metrics()).contains(line);
    }

    private static String metrics() throws Exception {
        return text("/metrics");
    }

    private static String text(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(studio.address().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aPageOfAnotherSiteIsNotConnected() {
        assertThatThrownBy(
                        () ->
                                new LiveClient(
                                        studio.address(), "Origin", "http://elsewhere.example"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
        URI own = studio.address();
        try (LiveClient client =
                new LiveClient(own, "Origin", "http://localhost:" + own.getPort())) {
            assertThat(client.closed).isNotDone();
        }
    }

    @Test
    void whereATokenIsAskedForNobodyIsConnectedWithoutIt(@TempDir Path empty) {
        String token = "0123456789abcdef";
        StudioSettings open = StudioSettings.local(empty, Optional.empty());
        StudioSettings closed =
                new StudioSettings(
                        open.host(),
                        0,
                        empty,
                        Optional.empty(),
                        Access.by(token),
                        Limits.USUAL,
                        open.cacheBytes(),
                        1,
                        "test");
        try (Studio guarded = Studio.start(closed, new FakeWorkshop())) {
            URI at = guarded.address().resolve("/");
            assertThatThrownBy(() -> new LiveClient(at))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused ->
                                    assertThat(refused.getResponse().statusCode()).isEqualTo(401));
            try (LiveClient client = new LiveClient(at, "Authorization", "Bearer " + token)) {
                assertThat(client.closed).isNotDone();
            }
        }
    }

    @Test
    void framesAreNotCompressed() throws Exception {
        URI at = studio.address();
        try (Socket socket = new Socket("127.0.0.1", at.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(
                    ("GET /live HTTP/1.1\r\nHost: localhost:"
                                    + at.getPort()
                                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                    + "Sec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Extensions: permessage-deflate\r\n"
                                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4096];
            String head = new String(answer, 0, in.read(answer), StandardCharsets.US_ASCII);

            assertThat(head).startsWith("HTTP/1.1 101").doesNotContain("deflate");
        }
    }
}
