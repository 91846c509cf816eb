package ikat.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiteralDeflateTest {

    static Stream<byte[]> data() {
        Random random = new Random(1);
        byte[] noise = new byte[70_001];
        random.nextBytes(noise);
        byte[] grain = new byte[200_003];
        byte[] skewed = new byte[1 << 20];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = (byte) (random.nextGaussian() * 12);
        }
        for (int i = 0; i < skewed.length; i++) {
            skewed[i] = (byte) Integer.numberOfTrailingZeros(i + 1); // codes of over fifteen bits
        }
        return Stream.of(
                new byte[0],
                new byte[] {7},
                new byte[] {0, 0, 0, 0},
                new byte[] {-1, 1},
                new byte[5000],
                noise,
                grain,
                skewed);
    }

    @ParameterizedTest
    @MethodSource("data")
    void anyInflaterReadsIt(byte[] data) throws DataFormatException {
        assertThat(inflated(LiteralDeflate.pack(data, true), data.length)).isEqualTo(data);
    }

    @ParameterizedTest
    @MethodSource("data")
    void moreMayFollow(byte[] data) throws DataFormatException {
        byte[] first = LiteralDeflate.pack(data, false);
        byte[] second = LiteralDeflate.pack(new byte[] {1, 2, 3}, true);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        byte[] expected = Arrays.copyOf(data, data.length + 3);
        expected[data.length] = 1;
        expected[data.length + 1] = 2;
        expected[data.length + 2] = 3;
        assertThat(inflated(both, expected.length)).isEqualTo(expected);
    }

    @Test
    void grainPacksAboutAsWellAsItsEntropyAllows() {
        byte[] grain = new byte[1 << 20];
        Random random = new Random(2);
        int[] counts = new int[256];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = (byte) (random.nextGaussian() * 12);
            counts[grain[i] & 0xff]++;
        }
        double bits = 0;
        for (int count : counts) {
            bits -= count == 0 ? 0 : count * Math.log((double) count / grain.length) / Math.log(2);
        }
        assertThat((double) LiteralDeflate.pack(grain, true).length)
                .isBetween(bits / 8, bits / 8 * 1.01);
    }

    private static byte[] inflated(byte[] packed, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(packed);
        byte[] data = new byte[length + 1];
        int got = inflater.inflate(data);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        return Arrays.copyOf(data, got);
    }
}
