package ikat.studio.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.fuzz.FuzzTrial.Tally;
import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import ikat.studio.RequestedPath;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.queue.FairQueue;
import ikat.studio.web.Json;
import ikat.studio.web.Limits;
import ikat.studio.web.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged addresses and painted maps are read, or refused in one sentence. */
@Tag("fuzz")
class AddressFuzzTest {

    @TempDir private Path folder;
    private Planes planes;

    @BeforeEach
    void open() throws IOException {
        NamedModels.named(folder.resolve("cloth.safetensors"));
        FakeWorkshop workshop = new FakeWorkshop();
        OpenModels models =
                new OpenModels(
                        new ModelShelf(folder, Optional.empty()),
                        model -> workshop.generator(model, 1),
                        () -> false);
        planes = new Planes(models, folder.resolve("maps"), Limits.USUAL);
    }

    private static List<byte[]> texts(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    @Test
    void aDamagedIdentifierIsReadOrRefused() throws Exception {
        Tally tally =
                FuzzTrial.of("identifier", Problem.class, IllegalArgumentException.class)
                        .texts()
                        .run(
                                texts(
                                        "cloth",
                                        "cloth@0123456789ab~seed=-7~texture=0.7*bark+0.3*moss",
                                        "cloth~map=0123456789abcdef01234567~detail=woven",
                                        "cloth~seed=9223372036854775807~texture=palace"),
                                input -> {
                                    Identifier identifier = Identifier.of(text(input));
                                    assertThat(identifier.encoded()).matches("[!-~]*");
                                    if (identifier.choice().map().isEmpty()) {
                                        planes.field(
                                                planes.models().get("cloth"), identifier.choice());
                                    }
                                });
        assertThat(tally.refused()).isPositive();
    }

    @Test
    void aDamagedTileAddressIsReadOrRefused() throws Exception {
        try (FairQueue queue = new FairQueue("fuzz", 1, new FairQueue.Limits(9, 9, 60))) {
            TileRoutes routes = new TileRoutes(planes, new CachedAnswers(queue, 1, "test"));
            Tally tally =
                    FuzzTrial.of("tile", Problem.class, IllegalArgumentException.class)
                            .texts()
                            .run(
                                    texts(
                                            "cloth/12/-3/2.png?seed=7&size=512&texture=bark",
                                            "cloth/4/0/0.webp?texture=0.7*bark+0.3*moss&size=64",
                                            "cloth/12/-268435456/268435456.jpg?detail=woven"),
                                    input ->
                                            routes.address(
                                                    RequestedPath.of(
                                                            text(input), "model", "z", "x", "y")));
            assertThat(tally.refused()).isPositive();
        }
    }

    @Test
    void aDamagedDeepZoomAddressIsReadOrRefused() throws Exception {
        Tally tally =
                FuzzTrial.of("deep zoom", Problem.class)
                        .texts()
                        .run(
                                texts("16/0_255.png", "0/0_0.jpg", "9/1_1.webp"),
                                input ->
                                        DeepZoomRoutes.place(
                                                RequestedPath.of(text(input), "level", "tile")));
        assertThat(tally.refused()).isPositive();
    }

    @Test
    void aDamagedMapIsReadOrRefused() throws Exception {
        Json json = new Json();
        Tally tally =
                FuzzTrial.of("map", Problem.class, IllegalArgumentException.class)
                        .texts()
                        .run(
                                texts(
                                        """
                                        {"model":"cloth","seed":7,"base":"bark",
                                         "textures":["moss",
                                          {"model":"cloth","texture":"0.5*bark+0.5*moss"}],
                                         "strokes":[
                                         {"texture":0,"radius":64,"softness":0.5,
                                          "points":[[0,0],[100.5,-20]]},
                                         {"reroll":true,"radius":4,"points":[[1e3,68719476736]]}]}
                                        """,
                                        "{\"model\":\"cloth\"}"),
                                input -> {
                                    MapDocument map =
                                            json.fromJsonString(text(input), MapDocument.class);
                                    planes.check(map);
                                    assertThat(MapDocument.id(map.canonical())).hasSize(24);
                                });
        assertThat(tally.refused()).isPositive();
    }
}
