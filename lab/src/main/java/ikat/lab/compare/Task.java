package ikat.lab.compare;

import ikat.image.Exemplar;
import java.time.Duration;

/**
 * What all methods are asked to do.
 *
 * @param exemplar to make more of
 * @param width of the pictures to make, in pixels
 * @param height of the pictures to make, in pixels
 * @param seed of the learning and of the first picture
 * @param seeds how many pictures are scored, at least 1
 * @param time that a trained method may train
 * @param threads to compute with
 */
public record Task(
        Exemplar exemplar,
        int width,
        int height,
        long seed,
        int seeds,
        Duration time,
        int threads) {}
