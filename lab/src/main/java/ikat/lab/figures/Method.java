package ikat.lab.figures;

import ikat.service.train.Settings;
import ikat.train.Layout;

/** The methods whose pictures the figures show. */
enum Method {
    /** A picture of one size from one cell (Radford et al. 2015). */
    DCGAN("DCGAN"),
    /** Local noise only (Jetchev et al. 2016). */
    SGAN("SGAN"),
    /** Local, global and periodic noise (Bergmann et al. 2017). */
    PSGAN("PSGAN");

    private final String title;

    Method(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** What the method asks of the settings. */
    Settings settings() {
        Settings settings = new Settings();
        if (this != PSGAN) {
            settings.set("waves", 0).set("globalChannels", 0);
        }
        return this == DCGAN ? settings.set("layout", Layout.ONE_CELL) : settings;
    }
}
