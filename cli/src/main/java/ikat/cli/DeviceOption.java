package ikat.cli;

import ikat.service.Refusal;
import ikat.service.Workshop;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option that says what computes. */
public final class DeviceOption {

    private static final String AUTO = "auto";

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|cuda:N",
            defaultValue = AUTO,
            description = "What computes; auto takes a GPU where there is one; default: auto.")
    private String device;

    /** Chooses it, or says in one sentence why it cannot be. */
    public void use(Workshop workshop) {
        try {
            workshop.useDevice(device.trim().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--" + e.getMessage());
        }
    }

    /** Whether nothing in particular was asked for, so that no library need be loaded. */
    boolean isOpen() {
        return device.equals(AUTO);
    }
}
