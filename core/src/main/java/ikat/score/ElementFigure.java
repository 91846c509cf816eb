package ikat.score;

/**
 * A figure of how much the elements of a periodic texture differ from one another, which is not
 * part of the score: it says what makes cells look all alike.
 *
 * @param name for programs: {@code displacement}
 * @param title for readers: {@code displacement of elements, px}
 * @param exemplar of the exemplar
 * @param candidate of the candidates, in the mean
 */
public record ElementFigure(String name, String title, double exemplar, double candidate) {}
