package ikat.studio.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ikat.image.PixelRegion;
import ikat.studio.live.Frame.Encoding;
import ikat.studio.live.Scene.Mix;
import ikat.studio.live.Scene.Movement.Play;
import ikat.studio.live.Steering.Mode;
import ikat.studio.web.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneTest {

    @Test
    void whatIsNotSaidIsAsUsual() {
        Scene scene = TestScene.read("{'model':'a'}");

        assertThat(scene.area()).isEqualTo(new PixelRegion(0, 0, 512, 512));
        assertThat(scene.movement().play()).isEqualTo(Play.STILL);
        assertThat(scene.encoding()).isEqualTo(Encoding.RAW);
        assertThat(scene.steer().on()).isFalse();
    }

    @Test
    void whatIsSaidIsTaken() {
        Scene scene =
                TestScene.read(
                        "{'model':'a','serial':7,'seed':-3,'width':256,'x':-9,'textures':['b','c'],"
                                + "'weights':[1,3],'play':'walk','drift':0.5,'driftScale':0.25,"
                                + "'encoding':'jpeg','steer':{'mode':'colour','strength':0.75}}");

        assertThat(scene.serial()).isEqualTo(7);
        assertThat(scene.seed()).isEqualTo(-3);
        assertThat(scene.area()).isEqualTo(new PixelRegion(-9, 0, 256, 512));
        assertThat(scene.mix().textures()).containsExactly("b", "c");
        assertThat(scene.mix().shares()).containsExactly(0.25, 0.75);
        assertThat(scene.movement().reach()).isEqualTo(0.25);
        assertThat(scene.encoding()).isEqualTo(Encoding.JPEG);
        assertThat(scene.steer().mode()).isEqualTo(Mode.COLOUR);
        assertThat(scene.steer().strength()).isEqualTo(0.75);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'model':'a','width':32}|width is 32, but must be a whole number from 64 to 1024",
                "{'model':'a','width':99.5}|width is 99.5, but must be a whole number",
                "{'model':'a','softness':2}|softness is 2, but must be a number from 0 to 1",
                "{'model':'a','softness':'x'}|softness is \"x\", but must be a number",
                "{'model':'a','play':'run'}|play is \"run\", but must be one of still, drift",
                "{'model':'a','textures':'b'}|textures is \"b\", but must be a list of at most 16",
                "{'model':'a','textures':['b']}|there are 0 weights, but must be one for each of",
                "{'model':'a','textures':['b'],'weights':[0]}|the weights are all 0",
                "{'model':'a','textures':['b'],'weights':[-1]}|weights is -1, but must be a number",
                "{'model':'a','colour':1}|there is no key colour; there are serial, model",
                "{'model':'a','steer':{'gain':1}}|there is no key steer.gain; there are mode",
                "{'model':'a','steer':{'mode':'x'}}|steer.mode is \"x\", but must be one of off",
                "{'model':'a','steer':3}|steer is no JSON object",
                "{'serial':-1}|serial is -1, but must be a whole number from 0 to 4294967295",
                "{}|model is missing",
                "[]|the message is no JSON object",
                "{|the message cannot be read",
            })
    void aBadValueIsRefusedByASentence(String json, String sentence) {
        assertThatThrownBy(() -> TestScene.read(json))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void softnessGoesFromTheHeaviestAloneToTheSharesAsTheyAre() {
        List<Double> weights = List.of(1.0, 2.0, 1.0);
        List<String> textures = List.of("a", "b", "c");

        assertThat(new Mix(textures, weights, 0).shares()).containsExactly(0, 1, 0);
        assertThat(new Mix(textures, weights, 1).shares()).containsExactly(0.25, 0.5, 0.25);
        assertThat(new Mix(textures, weights, 0.5).shares()[1]).isCloseTo(4.0 / 6, offset(1e-12));
    }
}
