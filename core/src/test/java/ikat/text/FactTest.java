package ikat.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactTest {

    @Test
    void whatCouldSteerATerminalIsBlank() {
        assertThat(new Fact("licence", "\u001b[31mred\u0007\u009b2J\r\nnext\tone").value())
                .isEqualTo(" [31mred  2J \nnext one");
    }
}
