package ikat.studio.serve.iiif;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.fuzz.FuzzTrial.Tally;
import ikat.studio.serve.PlaneChoice;
import ikat.studio.serve.ShelvedModel;
import ikat.studio.web.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged addresses of images are read, or refused in one sentence. */
@Tag("fuzz")
class ImageFuzzTest {

    private static final ShelvedModel MODEL =
            new ShelvedModel("cloth", "0123456789ab", Path.of("cloth.safetensors"), true);
    private static final PlaneChoice CHOICE =
            new PlaneChoice(0, Optional.empty(), Optional.empty());

    @Test
    void aDamagedAddressIsReadOrRefused() throws Exception {
        List<byte[]> seeds =
                Stream.of(
                                "full/max/0/default.jpg",
                                "square/^!400,400/!270/gray.png",
                                "pct:1.5,.5,20,99.999999999999/pct:7.5/90/bitonal.webp",
                                "65000,0,999999999,90/,50/360/color.png",
                                "0,0,300,200/150,/180.0/default.jpg")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList();
        Tally tally = FuzzTrial.of("iiif", Problem.class).texts().run(seeds, ImageFuzzTest::read);
        assertThat(tally.refused()).isPositive();
    }

    private static void read(byte[] input) {
        ImageRequest request = parsed(new String(input, StandardCharsets.UTF_8));
        ImagePainter.check(request);
        String canonical = request.canonical();
        assertThat(parsed(canonical.substring(1)).canonical()).isEqualTo(canonical);
    }

    private static ImageRequest parsed(String address) {
        String[] parts = address.split("/", 4);
        if (parts.length < 4) {
            throw Problem.notFound("there is no route for three parts");
        }
        return ImageRequest.of(MODEL, CHOICE, parts[0], parts[1], parts[2], parts[3]);
    }
}
