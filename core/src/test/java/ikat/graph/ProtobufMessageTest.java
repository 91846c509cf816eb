package ikat.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProtobufMessageTest {

    /** The examples of the description of the encoding. */
    @Test
    void bytesAreThoseOfTheDescription() throws IOException {
        assertThat(bytes(new ProtobufMessage().number(1, 150))).isEqualTo(hex("08 96 01"));
        assertThat(bytes(new ProtobufMessage().text(2, "testing")))
                .isEqualTo(hex("12 07 74 65 73 74 69 6e 67"));
        assertThat(bytes(new ProtobufMessage().message(3, new ProtobufMessage().number(1, 150))))
                .isEqualTo(hex("1a 03 08 96 01"));
        assertThat(bytes(new ProtobufMessage().number(1, -2)))
                .isEqualTo(hex("08 fe ff ff ff ff ff ff ff ff 01"));
    }

    @Test
    void numbersOfSinglePrecisionAreLittleEndian() throws IOException {
        assertThat(bytes(new ProtobufMessage().number(2, 1f))).isEqualTo(hex("15 00 00 80 3f"));
        assertThat(bytes(new ProtobufMessage().raw(9, new float[] {1, -2})))
                .isEqualTo(hex("4a 08 00 00 80 3f 00 00 00 c0"));
    }

    @Test
    void aLargeTensorInAMessageInAMessageIsReadBack() throws IOException {
        float[] values = new float[100_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 7f;
        }
        ProtobufMessage inner = new ProtobufMessage().number(20, 1L << 40).raw(9, values);
        ProtobufMessage outer =
                new ProtobufMessage().message(5, new ProtobufMessage().message(7, inner));
        byte[] bytes = bytes(outer);
        assertThat(bytes).hasSize((int) outer.length());
        ProtobufFields read = ProtobufFields.of(bytes).message(5).message(7);
        assertThat(read.number(20)).isEqualTo(1L << 40);
        byte[] raw = (byte[]) read.all(9).get(0);
        assertThat(raw).hasSize(400_000);
        assertThat(ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).getFloat(4 * 99_999))
                .isEqualTo(values[99_999]);
    }

    private static byte[] bytes(ProtobufMessage message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }

    private static byte[] hex(String text) {
        return HexFormat.ofDelimiter(" ").parseHex(text);
    }
}
