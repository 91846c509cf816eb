package ikat.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Damages valid inputs at random, the same way for the same random numbers. Each result has one to
 * four changes: of bytes and blocks, or of the tokens of a text.
 */
public final class Mutations {

    private static final int MOST_CHANGES = 4;
    private static final int LARGEST = 1 << 20;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\d_.+-]+|\\s+|.", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.]+(?:[eE][-+]?\\d+)?");

    private static final long[] INTEGERS = {
        0,
        1,
        -1,
        7,
        127,
        128,
        255,
        256,
        32767,
        32768,
        65535,
        65536,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xFFFF_FFFFL,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "-1",
        "0.5",
        "-.5",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "268435456",
        "1e9",
        "1e308",
        "1e999",
        "-1e999",
        "1e-999",
        "4.9e-324",
        "NaN",
        "Infinity",
        "0x7f",
        "00",
        "1_000",
        "٣",
        "99999999999999999999999999999999999999"
    };

    private static final String[] WORDS = {
        "",
        " ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        ",",
        ":",
        "/",
        "..",
        "%2F",
        "%00",
        "~",
        "@",
        "|",
        "+",
        "*",
        "^",
        "!",
        "&",
        "#",
        "?",
        "\\",
        "\\u0000",
        "\\uD800",
        "\u0000",
        "\u0001",
        "\n",
        "\r\n",
        "\u001b[31m",
        "\u202e",
        "\uD83E\uDDF6",
        "\uD800",
        "null",
        "true",
        "false",
        "{}",
        "[]",
        "[[[[[[[[[[[[[[[[",
        "\"\"",
        "pct:",
        "seed=",
        "texture=",
        "<<: *a",
        "!!java",
        "- ",
        "%s",
        "%n",
        "${a}"
    };

    private final List<byte[]> seeds;
    private final boolean text;
    private final Random random;

    private Mutations(List<byte[]> seeds, boolean text, Random random) {
        this.seeds = List.copyOf(seeds);
        this.text = text;
        this.random = random;
    }

    /** Mutations of bytes. */
    public static Mutations ofBytes(List<byte[]> seeds, Random random) {
        return new Mutations(seeds, false, random);
    }

    /** Mutations of texts in UTF-8, a fifth of them of their bytes. */
    public static Mutations ofTexts(List<byte[]> seeds, Random random) {
        return new Mutations(seeds, true, random);
    }

    /** The next damaged input. */
    public byte[] next() {
        byte[] input = any().clone();
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            boolean tokens = text && random.nextInt(5) != 0;
            input = tokens ? changedText(input) : changedBytes(input);
        }
        return input.length > LARGEST ? Arrays.copyOf(input, LARGEST) : input;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changedBytes(byte[] input) {
        if (input.length < 2) {
            return any().clone();
        }
        int at = place(input.length);
        switch (random.nextInt(9)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = (byte) random.nextInt(256);
            case 2 -> putInteger(input, at);
            case 3 -> {
                return Arrays.copyOf(input, at);
            }
            case 4 -> {
                return joined(input, at, at + length(input.length - at), input.length);
            }
            case 5 -> {
                return joined(input, at + length(input.length - at), at, input.length);
            }
            case 6 -> swap(input, at, place(input.length));
            case 7 -> {
                byte[] other = any();
                byte[] end = Arrays.copyOfRange(other, place(other.length), other.length);
                return concatenated(Arrays.copyOf(input, at), end);
            }
            default -> input[at] += (byte) (random.nextInt(33) - 16);
        }
        return input;
    }

    /** Half of all places lie in the first 128 bytes, where formats have their headers. */
    private int place(int length) {
        return random.nextInt(Math.max(1, random.nextBoolean() ? Math.min(128, length) : length));
    }

    private int length(int most) {
        return random.nextInt(1 + Math.min(most, 1 << random.nextInt(12)));
    }

    private void putInteger(byte[] input, int at) {
        long value = INTEGERS[random.nextInt(INTEGERS.length)];
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] octets = ByteBuffer.allocate(8).order(order).putLong(value).array();
        int size = 1 << random.nextInt(4);
        int from = order == ByteOrder.BIG_ENDIAN ? 8 - size : 0;
        System.arraycopy(octets, from, input, at, Math.min(size, input.length - at));
    }

    private void swap(byte[] input, int at, int other) {
        int size = length(input.length - Math.max(at, other));
        for (int i = 0; i < size; i++) {
            byte kept = input[at + i];
            input[at + i] = input[other + i];
            input[other + i] = kept;
        }
    }

    /** The bytes before one place and those from another place on. */
    private static byte[] joined(byte[] input, int before, int from, int to) {
        return concatenated(Arrays.copyOf(input, before), Arrays.copyOfRange(input, from, to));
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private byte[] changedText(byte[] input) {
        List<String> tokens = tokens(input);
        if (tokens.isEmpty()) {
            return any().clone();
        }
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(8)) {
            case 0 -> tokens.set(at, word());
            case 1 -> tokens.add(at, word());
            case 2 -> tokens.remove(at);
            case 3 -> tokens.add(at, tokens.get(at).repeat(1 + length(400)));
            case 4 -> {
                int other = random.nextInt(tokens.size());
                tokens.set(at, tokens.set(other, tokens.get(at)));
            }
            case 5 -> {
                List<String> others = tokens(any());
                int from = others.isEmpty() ? 0 : random.nextInt(others.size());
                tokens.subList(at, tokens.size()).clear();
                tokens.addAll(others.subList(from, others.size()));
            }
            case 6 -> {
                int end = at + length(tokens.size() - at);
                tokens.addAll(at, List.copyOf(tokens.subList(at, end)));
            }
            default -> putNumber(tokens, at);
        }
        return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces the next number of a text. */
    private void putNumber(List<String> tokens, int from) {
        for (int i = 0; i < tokens.size(); i++) {
            int at = (from + i) % tokens.size();
            if (NUMBER.matcher(tokens.get(at)).matches()) {
                tokens.set(at, NUMBERS[random.nextInt(NUMBERS.length)]);
                return;
            }
        }
    }

    private String word() {
        String[] words = random.nextBoolean() ? WORDS : NUMBERS;
        return words[random.nextInt(words.length)];
    }

    private static List<String> tokens(byte[] input) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(new String(input, StandardCharsets.UTF_8));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }
}
