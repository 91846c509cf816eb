package ikat.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.Adler32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedRowsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 5", "5, 0", "1, 1", "70000, 3", "65521, 65521", "100, 200000"})
    void checksumsOfPartsCombine(int first, int second) {
        byte[] data = new byte[first + second];
        new Random(first).nextBytes(data);
        int combined =
                PackedRows.combined(adler(data, 0, first), adler(data, first, second), second);
        assertThat(combined).isEqualTo(adler(data, 0, data.length));
    }

    private static int adler(byte[] data, int from, int length) {
        Adler32 adler = new Adler32();
        adler.update(data, from, length);
        return (int) adler.getValue();
    }
}
