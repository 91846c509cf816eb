package ikat.texture;

import ikat.model.NamedTexture;
import java.util.List;

/**
 * The codes of one named texture.
 *
 * @param texture that the codes belong to
 * @param codes row by row
 */
record CodeGrid(NamedTexture texture, List<GlobalVector> codes) {

    GlobalVector mean() {
        return GlobalVector.blend(codes, codes.stream().mapToDouble(code -> 1).toArray());
    }

    /** The code at a pixel, interpolated bilinearly between the codes around it. */
    GlobalVector at(long x, long y) {
        if (!texture.hasPlaces()) {
            throw new IllegalArgumentException(
                    "%s is one texture without places; write %s without the place %s,%s"
                            .formatted(texture.name(), texture.name(), x, y));
        }
        if (x < 0 || y < 0 || x >= texture.width() || y >= texture.height()) {
            throw new IllegalArgumentException(
                    "the place %s,%s lies outside %s of %sx%s pixels; places go from 0,0 to %s,%s"
                            .formatted(
                                    x,
                                    y,
                                    texture.name(),
                                    texture.width(),
                                    texture.height(),
                                    texture.width() - 1,
                                    texture.height() - 1));
        }
        List<NamedTexture.Share> shares = texture.around(x, y);
        return GlobalVector.blend(
                shares.stream().map(share -> codes.get(share.code())).toList(),
                shares.stream().mapToDouble(NamedTexture.Share::weight).toArray());
    }
}
