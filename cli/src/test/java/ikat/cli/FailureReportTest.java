package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.Refusal;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureReportTest {

    @Test
    void whatWasTypedEndsWithTwo() {
        assertThat(FailureReport.exitCode(Refusal.usage("x"))).isEqualTo(2);
        assertThat(FailureReport.exitCode(Refusal.failure("x"))).isEqualTo(1);
        assertThat(FailureReport.exitCode(new IOException("x"))).isEqualTo(1);
    }
}
