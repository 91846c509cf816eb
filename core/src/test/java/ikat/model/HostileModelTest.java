package ikat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Law 6: a damaged or hostile model file gives {@link ModelFormatException}, never a crash. */
class HostileModelTest {

    @TempDir Path folder;

    @Test
    void anotherSafetensorsFileIsNoModel() throws IOException {
        Path file = folder.resolve("other.safetensors");
        new Safetensors(Map.of(), Map.of()).write(file);
        assertThatThrownBy(() -> TextureModel.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(
                        file
                                + " is a safetensors file but not an Ikat model; its metadata lacks"
                                + " `format`");
        new Safetensors(Map.of(), Map.of("format", "pt")).write(file);
        assertThatThrownBy(() -> TextureModel.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageEndingWith("its `format` is 'pt'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    format_version | 7               | '7', but this Ikat reads 1 to 6; a newer Ikat
                    format_version | one             | format_version is 'one', but this Ikat reads 1 to 6
                    spec           | null            | spec is not valid: its value is missing
                    spec           | {               | spec is not valid
                    spec           | []              | spec is not valid
                    spec           | {}              | spec is not valid
                    spec           | {} {}           | spec is not valid
                    plan           | []              | plan is not valid
                    plan           | {"a":1,"a":2}   | plan is not valid
                    plan           | {"a":1e999}     | 'a' of the plan is Infinity
                    plan           | {"a":[null]}    | an entry in 'a' of the plan is missing
                    provenance     | {}              | provenance is not valid
                    provenance     | {"code":"rm"}   | provenance is not valid
                    """)
    void aFaultInTheMetadataIsNamed(String key, String value, String fact) throws IOException {
        assertRefused(key, value, fact);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    spec       | "localChannels":3      | "localChannels":0      | localChannels is 0
                    spec       | "localChannels":3      | "localChannels":2.5    | spec is not valid
                    spec       | "localChannels":3      | "localChannels":"3"    | spec is not valid
                    spec       | "localChannels":3      | "localChannels":null   | spec is not valid
                    spec       | "localChannels":3,     | ``                     | spec is not valid
                    spec       | "localChannels":3      | "localChannels":4      | a stage takes 9
                    spec       | "localChannels":3      | "localChannels":3,"localChannels":3 | valid
                    spec       | "localChannels":3      | "localChannels":99999999999 | spec is not
                    spec       | "waveHidden":5         | "waveHidden":6         | waves.hidden.weight
                    spec       | "waveHidden":5         | "waveHidden":5,"x":1   | spec is not valid
                    spec       | "activation":"RELU"    | "activation":"GELU"    | spec is not valid
                    spec       | "activation":"RELU"    | "activation":0         | spec is not valid
                    spec       | "activation":"RELU"    | "activation":null      | activation is missing
                    spec       | "normalised":true      | "normalised":1         | spec is not valid
                    spec       | "stages":[             | "stages":[null,        | stages has an entry
                    spec       | "mean":[0.0            | "mean":["NaN"          | spec is not valid
                    spec       | "mean":[0.0            | "mean":[1e39           | not finite
                    provenance | "width":512            | "width":0              | width of a picture
                    provenance | 0123456789abcdef       | 0123456789ABCDEF       | sha256 is
                    provenance | 2026-05-04T10:11:12Z   | yesterday              | provenance is not
                    provenance | PT5M0.25S              | -PT5M                  | must not be negative
                    provenance | PT5M0.25S              | P9999999999999999999D  | provenance is not
                    provenance | "pictures":[           | "pictures":[null,      | pictures has an
                    """)
    void aFaultInARecordIsNamed(String key, String from, String to, String fact)
            throws IOException {
        String whole = SampleModel.model().content().metadata().get(key);
        assertThat(whole).contains(from);
        assertRefused(key, whole.replaceFirst(Pattern.quote(from), to), fact);
    }

    @Test
    void aMissingPartIsNamed() throws IOException {
        for (String key : new String[] {"format_version", "spec", "plan", "provenance"}) {
            Map<String, String> metadata = metadata();
            metadata.remove(key);
            assertRefused(metadata, "`" + key + "` of the metadata is missing");
        }
    }

    @Test
    void deepJsonIsRefused() throws IOException {
        assertRefused("plan", "{\"a\":" + "[".repeat(400) + "]".repeat(400) + "}", "depth of");
        assertRefused("plan", "{\"a\":" + "[".repeat(100_000), "plan is not valid");
    }

    @Test
    void aHugePlanIsRefused() throws IOException {
        String plan = "{\"a\":[" + "1,".repeat(2_100_000) + "1]}";
        assertRefused(
                "plan", plan, "characters of `plan` is 4200009, but must be from 0 to 4194304");
    }

    @Test
    void aHugeSpecTakesNoMemory() throws IOException {
        String stage =
                "{\"inChannels\":4096,\"outChannels\":4096,\"kernel\":9,\"scale\":2,"
                        + "\"normalised\":true,\"activation\":\"RELU\"},";
        String spec =
                "{\"noise\":{\"localChannels\":512,\"globalChannels\":0,\"waves\":0,\"overtones\":[]},\"stages\":["
                        + stage.replaceFirst("4096", "512")
                        + stage.repeat(8)
                        + stage.replace("\"outChannels\":4096", "\"outChannels\":1")
                                .replace("},", "}")
                        + "],\"colour\":{\"mean\":[0],\"axes\":[1]},\"waveHidden\":0,\"textures\":[],\"picturePixels\":0}";
        assertRefused("spec", spec, "a tile of 256x256 pixels takes");
        assertRefused("spec", spec.replace("\"scale\":2", "\"scale\":8"), "side of a cell");
    }

    @Tag("slow")
    @Test
    void noMutationCrashes() throws IOException {
        Path file = folder.resolve("mutated.safetensors");
        SampleModel.model().write(file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(6);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            Files.write(file, Mutation.of(whole, random));
            try {
                assertThat(TextureModel.read(file).weights()).isNotNull();
            } catch (ModelFormatException e) {
                refused++;
                assertThat(e).hasMessageStartingWith(file.toString());
                assertThat(e.getMessage()).hasSizeBetween(30, 1200).doesNotContain("\n");
            }
        }
        assertThat(refused).isBetween(3_000, 9_990);
    }

    private static Map<String, String> metadata() {
        return new LinkedHashMap<>(SampleModel.model().content().metadata());
    }

    private void assertRefused(String key, String value, String fact) throws IOException {
        Map<String, String> metadata = metadata();
        metadata.put(key, value);
        assertRefused(metadata, fact);
    }

    private void assertRefused(Map<String, String> metadata, String fact) throws IOException {
        Path file = folder.resolve("hostile.safetensors");
        new Safetensors(SampleModel.model().weights().asMap(), metadata).write(file);
        assertThatThrownBy(() -> TextureModel.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(fact)
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(600).doesNotContain("\n"));
    }
}
