package ikat.train;

import ikat.text.Checks;
import java.util.List;

/**
 * The global vectors of the textures; without meaning where the noise has no global channels.
 *
 * @param codes whether each picture has a learned code
 * @param mixedShare share of a batch whose code is a mixture of two, 0 to 0.75
 * @param placePixels distance in pixels of the places that have codes of their own in a picture
 *     that is not one texture, at most 100,000; 0 for one code per picture
 * @param pictureWaves for each picture the starting frequencies of its own waves; empty where all
 *     pictures share those of {@link Noise#waves()}
 */
public record TextureCodes(
        Codes codes, double mixedShare, int placePixels, List<List<Frequency>> pictureWaves) {

    public TextureCodes {
        Checks.range("mixedShare", mixedShare, 0, 0.75);
        Checks.range("placePixels", placePixels, 0, 100_000);
        pictureWaves =
                Checks.copy("pictureWaves", pictureWaves).stream().map(List::copyOf).toList();
    }
}
