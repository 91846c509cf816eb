package ikat.score;

/**
 * How well an observer tells a candidate from the exemplar, as the discriminability d' on crops
 * that it was not trained on: 0 is chance.
 *
 * @param name for programs: {@code energies}
 * @param title for readers: {@code oriented energies}
 * @param full at the size of the pictures
 * @param half at half that size
 * @param fullFloor how well parts of the exemplar are told from each other, at its size
 * @param halfFloor the same at half the size
 */
public record ToldApart(
        String name, String title, double full, double half, double fullFloor, double halfFloor) {

    /** How much better than the floor, in d', parts of one texture may be told apart. */
    private static final double MARGIN = 1;

    /** Whether the observer tells the candidate better than parts of the exemplar. */
    public boolean tells() {
        return full > fullFloor + MARGIN || half > halfFloor + MARGIN;
    }
}
