package ikat.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Safetensors files put together by hand, without the code under test. */
final class RawSafetensors {

    private RawSafetensors() {}

    static byte[] bytes(String header, byte... data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return bytes(json.length, json, data);
    }

    static byte[] bytes(long headerLength, byte[] header, byte... data) {
        return ByteBuffer.allocate(8 + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(headerLength)
                .put(header)
                .put(data)
                .array();
    }

    static Path file(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("raw.safetensors"), bytes);
    }

    /** The header of one tensor named {@code t}. */
    static String oneTensor(String dtype, String shape, String offsets) {
        return "{\"t\":{\"dtype\":\""
                + dtype
                + "\",\"shape\":"
                + shape
                + ",\"data_offsets\":"
                + offsets
                + "}}";
    }
}
