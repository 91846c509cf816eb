package ikat.lab.quilting;

import ikat.image.Exemplar;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;
import ikat.text.Checks;
import java.util.OptionalInt;

/**
 * Sews blocks of the exemplar together: each is chosen from those that fit well to what is there
 * already, and cut along the path where it differs least. Every pixel is one of the exemplar's.
 */
public final class ImageQuilting implements TextureMethod {

    private final OptionalInt blockPixels;

    /** Blocks as large as the exemplar's elements ask for. */
    public ImageQuilting() {
        blockPixels = OptionalInt.empty();
    }

    /**
     * Blocks of a given size.
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
