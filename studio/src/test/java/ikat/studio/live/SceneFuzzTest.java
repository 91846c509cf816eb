package ikat.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.fuzz.FuzzTrial.Tally;
import ikat.studio.web.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged messages to a live picture are read, or refused in one sentence. */
@Tag("fuzz")
class SceneFuzzTest {

    @TempDir private Path folder;

    @Test
    void aDamagedSceneIsReadOrRefused() throws Exception {
        TestScene scenes = new TestScene(folder);
        List<byte[]> seeds =
                Stream.of(
                                """
                                {"serial":7,"model":"named","seed":-3,"x":-9,"y":1099511627776,
                                 "width":256,"height":64,"textures":["bark","0.5*moss+0.5*palace"],
                                 "weights":[1,3],"softness":0.5,"play":"walk","drift":0.5,
                                 "driftScale":0.25,"travel":-1,"phase":0.5,"speed":2,
                                 "loopSeconds":10,"encoding":"jpeg","detail":"network"}
                                """,
                                """
                                {"model":"named","textures":["moss"],"weights":[1],
                                 "steer":{"mode":"colour","strength":0.75,"smoothing":0,
                                 "softness":1}}
                                """)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList();
        Tally tally =
                FuzzTrial.of("scene", Problem.class, IllegalArgumentException.class)
                        .texts()
                        .run(
                                seeds,
                                input -> {
                                    String text = new String(input, StandardCharsets.UTF_8);
                                    StagedScene staged =
                                            scenes.staged(Scene.read(Message.parse(text)));
                                    double[] shares = staged.scene().mix().shares();
                                    assertThat(shares).doesNotContain(Double.NaN);
                                });
        assertThat(tally.refused()).isPositive();
    }
}
