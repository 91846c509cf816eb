package ikat.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ikat.model.NamedTexture;
import ikat.render.Models;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TexturesTest {

    private static final Textures TEXTURES =
            Textures.of(
                    Models.named(
                            List.of(
                                    new NamedTexture("bark", 1, 1, 512, 512),
                                    new NamedTexture("moss", 1, 1, 512, 512),
                                    new NamedTexture("palace", 4, 2, 800, 600)),
                            // bark, moss, then the codes of the palace row by row
                            -0.5f,
                            0.5f,
                            0.5f,
                            -0.5f,
                            0f,
                            0f,
                            0.25f,
                            0f,
                            0.5f,
                            0f,
                            0.75f,
                            0f,
                            0f,
                            1f,
                            0.25f,
                            1f,
                            0.5f,
                            1f,
                            0.75f,
                            1f));

    @Test
    void aNameStandsForItsCodeAndAPictureWithPlacesForTheMean() {
        assertThat(TEXTURES.names()).containsExactly("bark", "moss", "palace");
        assertThat(TEXTURES.named("moss")).isEqualTo(GlobalVector.of(0.5f, -0.5f));
        assertThat(TEXTURES.named("palace")).isEqualTo(GlobalVector.of(0.375f, 0.5f));
    }

    @Test
    void aPlaceIsInterpolatedBetweenTheMiddlesOfTheGrid() {
        assertThat(TEXTURES.at("palace", 100, 150)).isEqualTo(GlobalVector.of(0f, 0f));
        assertThat(TEXTURES.at("palace", 300, 450)).isEqualTo(GlobalVector.of(0.25f, 1f));
        assertThat(TEXTURES.at("palace", 200, 300)).isEqualTo(GlobalVector.of(0.125f, 0.5f));
        assertThat(TEXTURES.at("palace", 0, 599)).isEqualTo(GlobalVector.of(0f, 1f));
        assertThat(TEXTURES.at(799, 0)).isEqualTo(GlobalVector.of(0.75f, 0f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bark                           | -0.5  | 0.5
                    1*bark                         | -0.5  | 0.5
                    0.75 * bark + 0.25*moss        | -0.25 | 0.25
                    .5*bark+.5*palace@300,450      | -0.125| 0.75
                    at:200,300                     | 0.125 | 0.5
                    palace@200, 300                | 0.125 | 0.5
                    0.3333*bark+0.3333*bark+0.3333*bark | -0.5 | 0.5
                    """)
    void expressionsAreRead(String expression, float first, float second) {
        GlobalVector texture = TEXTURES.parse(expression);
        assertThat(texture.values().get(0)).isCloseTo(first, offset(1e-6f));
        assertThat(texture.values().get(1)).isCloseTo(second, offset(1e-6f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    brak                  | there is no texture brak; did you mean bark?
                    Moss                  | there is no texture Moss; did you mean moss?
                    velvetine             | there is no texture velvetine; there are bark, moss, palace
                    0.7*bark+0.7*moss     | the weights of 0.7*bark+0.7*moss sum to 1.4, but must sum to 1; write 0.5*bark+0.5*moss
                    bark+moss             | the weights of bark+moss sum to 2, but must sum to 1; write 0.5*bark+0.5*moss
                    1*bark+1*moss+1*palace| the weights of 1*bark+1*moss+1*palace sum to 3, but must sum to 1; write 0.333*bark+0.333*moss+0.334*palace
                    0.998*bark            | the weights of 0.998*bark sum to 0.998, but must sum to 1; write bark
                    0*bark+0*moss         | the weights of 0*bark+0*moss sum to 0, but must sum to 1; write 0.5*bark+0.5*moss
                    -0.5*bark+1.5*moss    | the weight of bark is -0.5, but must be from 0 to 1; a texture cannot be taken away
                    x*bark                | the weight of bark is x, but must be a number from 0 to 1, such as 0.3*bark
                    0.5*bark+             | the texture 0.5*bark+ lacks a name; write one such as bark, 0.7*bark+0.3*moss or random:7
                    ''                    | the texture is empty; write one such as bark, 0.7*bark+0.3*moss or random:7
                    random:x              | the texture random:x cannot be read; write random:SEED, at:X,Y or NAME@X,Y with whole numbers, such as random:7 or at:820,400
                    at:3                  | the texture at:3 cannot be read; write random:SEED, at:X,Y or NAME@X,Y with whole numbers, such as random:7 or at:820,400
                    at:800,5              | the place 800,5 lies outside palace of 800x600 pixels; places go from 0,0 to 799,599
                    palace@-1,5           | the place -1,5 lies outside palace of 800x600 pixels; places go from 0,0 to 799,599
                    bark@3,5              | bark is one texture without places; write bark without the place 3,5
                    """)
    void whatIsNoTextureIsOneSentence(String expression, String sentence) {
        assertThatThrownBy(() -> TEXTURES.parse(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void commasOfPlacesDivideNoList() {
        assertThat(TextureExpression.split("bark, at:820,400,0.5*at:1,2+0.5*p@3,4,7,random:5"))
                .containsExactly("bark", "at:820,400", "0.5*at:1,2+0.5*p@3,4", "7", "random:5");
        assertThat(TEXTURES.parseAll("bark,palace@200,300")).hasSize(2);
        assertThatThrownBy(() -> TEXTURES.parseAll("bark,,moss")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> TEXTURES.parseAll("bark,at:5")).hasMessageContaining("at:5");
    }

    @Test
    void randomTexturesAreMixturesInWhichAFewPrevail() {
        float[] codes = new float[2 * 50];
        NamedTexture[] named = new NamedTexture[50];
        for (int i = 0; i < 50; i++) {
            named[i] = new NamedTexture("t" + i, 1, 1, 9, 9);
            codes[2 * i] = (float) Math.cos(i * Math.PI / 25);
            codes[2 * i + 1] = (float) Math.sin(i * Math.PI / 25);
        }
        Textures textures = Textures.of(Models.named(List.of(named), codes));
        double squares = 0;
        for (int seed = 0; seed < 1000; seed++) {
            List<Float> v = textures.random(seed).values();
            squares += (v.get(0) * v.get(0) + v.get(1) * v.get(1)) / 1000;
        }
        // Of unit vectors all round, the mean square is the sum of the squared shares.
        assertThat(squares).isBetween(0.45, 0.55);
        assertThat(textures.random(3)).isEqualTo(textures.random(3));
        assertThat(TEXTURES.parse("random:7")).isEqualTo(TEXTURES.random(7));
    }

    @Test
    void aModelOfOneTextureOrWithoutNamesSaysSo() {
        assertThatThrownBy(() -> Textures.of(Models.local()).parse("bark"))
                .hasMessageStartingWith("this model has one texture only");
        assertThatThrownBy(() -> Textures.of(Models.manifold()).parse("bark"))
                .hasMessage(
                        "there is no texture bark; this model knows none by name; draw some, such"
                                + " as random:1");
        assertThat(Textures.of(Models.manifold()).parse("random:5"))
                .isEqualTo(GlobalVector.uniform(2, 5));
        assertThat(Textures.of(Models.local()).random(3)).isEqualTo(GlobalVector.EMPTY);
    }

    @Test
    void aPlaceInOneOfSeveralPicturesNeedsItsName() {
        NamedTexture a = new NamedTexture("a", 2, 1, 9, 9);
        NamedTexture b = new NamedTexture("b", 1, 2, 9, 9);
        Textures two = Textures.of(Models.named(List.of(a, b), new float[8]));
        assertThatThrownBy(() -> two.at(3, 4))
                .hasMessage("2 textures of this model have places; say which, such as a@3,4");
        Textures none =
                Textures.of(Models.named(List.of(new NamedTexture("a", 1, 1, 9, 9)), new float[2]));
        assertThatThrownBy(() -> none.at(3, 4))
                .hasMessage(
                        "no texture of this model has places, so there is none at:3,4; there are"
                                + " a");
    }
}
