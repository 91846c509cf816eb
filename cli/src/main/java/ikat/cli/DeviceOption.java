package ikat.cli;

import ikat.service.Refusal;
import ikat.service.Workshop;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option that selects the computing device. */
public final class DeviceOption {

    private static final String AUTO = "auto";

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|cuda:N",
            defaultValue = AUTO,
            description = "Device to compute on; auto uses a GPU if there is one; default: auto.")
    private String device;

    /**
     * Selects the device.
     *
     * @throws Refusal if the device does not exist
     */
    public void use(Workshop workshop) {
        try {
            workshop.useDevice(device.trim().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--" + e.getMessage());
        }
    }

    /** Whether no device was selected, so that no native library need be loaded. */
    boolean isOpen() {
        return device.equals(AUTO);
    }
}
