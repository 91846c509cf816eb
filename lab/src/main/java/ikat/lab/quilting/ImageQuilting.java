package ikat.lab.quilting;

import ikat.image.Exemplar;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;
import ikat.text.Checks;
import java.util.OptionalInt;

/**
 * Image quilting: each block is chosen from those of the exemplar that best match the existing
 * picture, and cut along the path where the two differ least. Every pixel is copied from the
 * exemplar.
 */
public final class ImageQuilting implements TextureMethod {

    private final OptionalInt blockPixels;

    /** Chooses the block size from the exemplar's elements. */
    public ImageQuilting() {
        blockPixels = OptionalInt.empty();
    }

    /**
     * Uses blocks of a given size.
     *
     * @param blockPixels side of a block, at least {@value BlockSize#LEAST}
     */
    public ImageQuilting(int blockPixels) {
        this.blockPixels =
                OptionalInt.of(Checks.atLeast("blockPixels", blockPixels, BlockSize.LEAST));
    }

    @Override
    public String name() {
        return "quilting";
    }

    @Override
    public String title() {
        return "Image quilting";
    }

    @Override
    public String source() {
        return "Efros and Freeman 2001";
    }

    @Override
    public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
        effort.check();
        BlockSize size =
                blockPixels.isPresent()
                        ? new BlockSize(blockPixels.getAsInt())
                        : BlockSize.of(exemplar);
        size.check(exemplar);
        return new Texture(exemplar, size, new OverlapErrors(exemplar, size), effort);
    }

    private record Texture(Exemplar exemplar, BlockSize size, OverlapErrors fits, Effort effort)
            implements LearnedTexture {

        @Override
        public Growth growth() {
            return Growth.WHOLE;
        }

        @Override
        public Exemplar make(int width, int height, long seed) {
            LearnedTexture.checkSize(width, height, Long.MAX_VALUE, "");
            Quilt quilt = new Quilt(exemplar, size, fits, width, height, seed);
            quilt.sew(effort);
            return quilt.picture(width, height);
        }

        @Override
        public void close() {}
    }
}
