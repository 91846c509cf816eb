package ikat.studio.serve.iiif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.studio.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {

    private static final Region REGION = new Region(100, 200, 300, 200);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max       | 300  | 200  | max
                    150,      | 150  | 100  | 150,100
                    ,50       | 75   | 50   | 75,50
                    300,200   | 300  | 200  | max
                    30,190    | 30   | 190  | 30,190
                    pct:50    | 150  | 100  | 150,100
                    pct:33.3  | 100  | 67   | 100,67
                    !100,100  | 100  | 67   | 100,67
                    !900,100  | 150  | 100  | 150,100
                    !900,900  | 300  | 200  | max
                    ^600,     | 600  | 400  | ^600,400
                    ^,300     | 450  | 300  | ^450,300
                    ^pct:200  | 600  | 400  | ^600,400
                    ^!900,900 | 900  | 600  | ^900,600
                    ^30,      | 30   | 20   | 30,20
                    ^600,20   | 600  | 20   | ^600,20
                    """)
    void aSizeIsReadInAllItsForms(String text, int width, int height, String canonical) {
        Size size = Size.of(text, REGION);
        assertThat(size).isEqualTo(new Size(width, height));
        assertThat(size.canonical(REGION)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "full",
                "301,",
                ",201",
                "301,10",
                "pct:101",
                "pct:0",
                "0,",
                "0,0",
                "-5,",
                "1.5,",
                "a,b",
                "1,2,3",
                "!100",
                "!,100",
                "pct:",
                "pct:x",
                "^",
                "^9000,",
                "^9000,9000",
                "^pct:99999",
                "99999999999,",
                "!0,0",
                "pct:.1",
                "^^max",
                "^max,",
                "MAX"
            })
    void whatIsNoSizeIsRefused(String text) {
        assertThatThrownBy(() -> Size.of(text, REGION))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void theWholePictureIsShrunkToWhatIsSent() {
        assertThat(Size.of("max", Region.FULL)).isEqualTo(new Size(4096, 4096));
        Region wide = new Region(0, 0, 65536, 1024);
        assertThat(Size.of("max", wide)).isEqualTo(new Size(8192, 128));
        Size enlarged = Size.of("^max", REGION);
        assertThat((long) enlarged.width() * enlarged.height())
                .isBetween((long) Size.MOST_AREA - 10_000, (long) Size.MOST_AREA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    full                  | full
                    square                | full
                    0,0,65536,65536       | full
                    0,0,99999,99999       | full
                    pct:0,0,100,100       | full
                    10,20,30,40           | 10,20,30,40
                    65530,65500,100,100   | 65530,65500,6,36
                    pct:50,25,12.5,.1     | 32768,16384,8192,66
                    """)
    void aRegionIsReadInAllItsForms(String text, String canonical) {
        assertThat(Region.of(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1,2,3",
                "1,2,3,4,5",
                "-1,0,5,5",
                "0,0,0,5",
                "0,0,5,0",
                "65536,0,5,5",
                "pct:0,0,0,10",
                "pct:100,0,10,10",
                "pct:1,2,3",
                "pct:-1,0,5,5",
                "1.5,0,5,5",
                "9999999999,0,5,5",
                "Full"
            })
    void whatIsNoRegionIsRefused(String text) {
        assertThatThrownBy(() -> Region.of(text)).isInstanceOf(Problem.class);
    }
}
