package ikat.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jar of ONNX Runtime holds for each platform. */
class NativesTest {

    /** Later releases send usage data, with the command line, and fail where that is long. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib",
                "win-x64/onnxruntime.dll"
            })
    void holdNoPlaceToSendUsageDataTo(String library) throws IOException {
        try (InputStream in =
                OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            assertThat(in).as(library).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(text.contains("events.data.")).isFalse();
            assertThat(text.contains("OneCollector")).isFalse();
        }
    }
}
