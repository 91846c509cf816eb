package ikat.lab.blending;

/** The inverse of the normal distribution. */
final class NormalQuantile {

    private NormalQuantile() {}

    /**
     * The number below which a share of a normal distribution lies, to 4.5e-4 (Abramowitz and
     * Stegun 1964, 26.2.23).
     *
     * @param share above 0 and below 1
     */
    static double of(double share) {
        double tail = Math.min(share, 1 - share);
        double t = Math.sqrt(-2 * Math.log(tail));
        double numerator = 2.515517 + t * (0.802853 + t * 0.010328);
        double denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        double magnitude = t - numerator / denominator;
        return share < 0.5 ? -magnitude : magnitude;
    }
}
