package ikat.service.render;

import ikat.io.AtomicFile;
import ikat.render.WrapCertificate;
import ikat.service.train.OutputFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The certificate beside a picture that repeats, as JSON.
 *
 * @param picture the file that was made
 * @param facts that it reports
 */
public record CertificateFile(Path picture, WrapFacts facts) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Where it is written: {@code NAME.wrap.json} beside the picture. */
    public Path path() {
        return picture.resolveSibling(OutputFiles.baseName(picture) + ".wrap.json");
    }

    /** Writes the findings. */
    public void write(WrapCertificate found) throws IOException {
        byte[] text = text(String.valueOf(picture.getFileName()), facts, found);
        AtomicFile.write(path(), temporary -> Files.write(temporary, text));
    }

    /**
     * The bytes of a certificate.
     *
     * @param picture the name of the picture's file
     */
    public static byte[] text(String picture, WrapFacts facts, WrapCertificate found) {
        String json = JSON.writeValueAsString(facts.json(picture, found));
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
