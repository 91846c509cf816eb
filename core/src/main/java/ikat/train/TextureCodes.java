package ikat.train;

import ikat.text.Checks;
import java.util.List;

/**
 * Global vectors of the textures; ignored if the noise has no global channels.
 *
 * @param codes whether each picture has a learned code
 * @param mixedShare share of a batch whose code is a mixture of two, 0 to 0.75
 * @param placePixels distance in pixels between places with their own codes, for a picture that is
 *     not a single texture, at most 100,000; 0 for one code per picture
 * @param pictureWaves for each picture the initial frequencies of its own waves; empty if all
 *     pictures share {@link Noise#waves()}
 */
public record TextureCodes(
        Codes codes, double mixedShare, int placePixels, List<List<Frequency>> pictureWaves) {

    public static final Setting<Codes> CODES =
            Setting.choice("codes", Codes.class)
                    .byDefault("learned")
                    .means(
                            "with several pictures: a learned code for each, so that its texture"
                                + " can be selected by name, or global vectors drawn at random, as"
                                + " published");
    public static final Setting<Double> MIXED_SHARE =
            Setting.number("mixedShare", 0, 0.75)
                    .byDefault("0.125")
                    .means("share of the crops that are generated from a mixture of two codes");
    public static final Setting<Integer> PLACE_PIXELS =
            Setting.whole("placePixels", 0, 100_000)
                    .orCalled("places")
                    .byDefault("0")
                    .means(
                            "distance in px between the codes of a picture that is not a single"
                                    + " texture; 0 for one code per picture");
    static final List<Setting<?>> SETTINGS = List.of(CODES, MIXED_SHARE, PLACE_PIXELS);

    public TextureCodes {
        MIXED_SHARE.check(mixedShare);
        PLACE_PIXELS.check(placePixels);
        pictureWaves =
                Checks.copy("pictureWaves", pictureWaves).stream().map(List::copyOf).toList();
    }

    /** Whether each picture is one texture with a code and waves of its own. */
    boolean ofWholePictures() {
        return codes == Codes.LEARNED && placePixels == 0 && !pictureWaves.isEmpty();
    }
}
