package ikat.lab.gram;

/**
 * From which resolution to which a picture is optimised: from coarse to fine, each starting from
 * the last. Large structure then need not grow out of noise at full size, where a step costs most.
 *
 * @param coarsestPixels shorter side that neither picture falls below
 * @param finestSteps steps at full size
 * @param growth how many times more steps each coarser resolution gets
 * @param mostSteps steps at one resolution, at most
 */
public record Resolutions(int coarsestPixels, int finestSteps, double growth, int mostSteps) {

    /** How often pictures are halved, the smaller one of a shorter side. */
    int halvings(int shorterSide) {
        int halvings = 0;
        while (shorterSide >> halvings + 1 >= coarsestPixels) {
            halvings++;
        }
        return halvings;
    }

    /** Steps after a number of halvings. */
    int steps(int halved) {
        return (int) Math.min(mostSteps, Math.round(finestSteps * Math.pow(growth, halved)));
    }
}
