package ikat.studio.live;

/**
 * How a live picture moves.
 *
 * @param play what moves
 * @param drift turns of the local noise a second
 * @param reach how far the local noise moves: at 1 each value runs through its whole range and
 *     round again, below it swings about its own place over this part of a turn
 * @param travel turns of every wave a second
 * @param phase turns by which every wave is shifted
 * @param speed seconds of play a second
 * @param loopSeconds seconds of play that a loop takes
 */
record Movement(
        Play play,
        double drift,
        double reach,
        double travel,
        double phase,
        double speed,
        double loopSeconds) {

    /** What moves. */
    enum Play {
        /** Nothing. */
        STILL,
        /** The noise, on and on. */
        DRIFT,
        /** The noise, and the mixture goes from texture to texture. */
        WALK,
        /** The noise, in whole turns, so that the end is the beginning. */
        LOOP
    }

    /**
     * Whether one frame follows the other without anybody asking.
     *
     * @param textures that a walk would go through
     */
    boolean moves(int textures) {
        return speed > 0
                && play != Play.STILL
                && (drift != 0 || travel != 0 || (play == Play.WALK && textures > 1));
    }

    /** Where the local noise is after so many turns. */
    double displacement(double turns) {
        return reach == 1 ? turns : reach / 2 * StrictMath.sin(2 * Math.PI * turns);
    }
}
