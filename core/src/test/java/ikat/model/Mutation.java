package ikat.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A damaged copy of a safetensors file, drawn at random; most of the damage hits the header. */
final class Mutation {

    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "-",
        "0",
        "9",
        "null",
        "true",
        "1e999",
        "99999999999999999999",
        "{}",
        "[]",
        "\"\"",
        "\\u0000",
        "\\\\",
        "F16",
        "NaN",
        ".5",
        "-1",
        "[[[[[[[[[[",
        "\uD83E\uDDF6"
    };

    private Mutation() {}

    static byte[] of(byte[] whole, Random random) {
        byte[] mutated = whole.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            mutated = once(mutated, random);
        }
        return mutated;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length < 16) {
            return bytes;
        }
        int header = Math.min(bytes.length, 3000);
        int at = random.nextInt(random.nextInt(5) == 0 ? bytes.length : header);
        byte[] mutated = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> mutated[at] = (byte) random.nextInt(256);
            case 2 -> mutated[random.nextInt(8)] = (byte) random.nextInt(256);
            case 3 -> mutated = Arrays.copyOf(bytes, at);
            case 4 -> mutated = splice(bytes, 8 + at % (header - 8), random, 0);
            default -> mutated = splice(bytes, 8 + at % (header - 8), random, 1);
        }
        return mutated;
    }

    /** Puts a token in, or over what is there, and keeps the header length true. */
    private static byte[] splice(byte[] bytes, int at, Random random, int over) {
        byte[] token = TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
        int dropped = Math.min(over * token.length, bytes.length - at);
        byte[] mutated = new byte[bytes.length + token.length - dropped];
        System.arraycopy(bytes, 0, mutated, 0, at);
        System.arraycopy(token, 0, mutated, at, token.length);
        System.arraycopy(
                bytes, at + dropped, mutated, at + token.length, bytes.length - at - dropped);
        int length = (mutated[0] & 0xff) + ((mutated[1] & 0xff) << 8) + token.length - dropped;
        mutated[0] = (byte) length;
        mutated[1] = (byte) (length >> 8);
        return mutated;
    }
}
