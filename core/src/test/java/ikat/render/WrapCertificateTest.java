package ikat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.WrapCertificate.Axes;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import org.junit.jupiter.api.Test;

class WrapCertificateTest {

    private static final PixelRegion PICTURE = new PixelRegion(-40, 7, 128, 96);

    @Test
    void aPictureOfAWrappingPlaneIsSeamless() {
        WrapCertificate both =
                WrapCertificate.of(plane(new Boundary.Wrapping(16, 12)), PICTURE, Axes.XY);
        assertThat(both.seamless()).isTrue();
        assertThat(both.across().compared()).isEqualTo(128 * 96);
        assertThat(both.across().different()).isZero();
        assertThat(both.down().compared()).isEqualTo(128 * 96);
        assertThat(both.across().ratio()).isBetween(0.3, 2.0);
        assertThat(both.across().inside().mean()).isGreaterThan(1);
        assertThat(both.across().inside().most()).isGreaterThan(10);
    }

    @Test
    void onlyTheAxesThatWrapCount() {
        WrapCertificate across =
                WrapCertificate.of(plane(new Boundary.Wrapping(16, 0)), PICTURE, Axes.X);
        assertThat(across.seamless()).isTrue();
        assertThat(across.down().wraps()).isFalse();
        assertThat(across.down().seamless()).isFalse();
        assertThat(across.down().compared()).isZero();
    }

    @Test
    void aPlaneThatDoesNotRepeatIsNotSeamless() {
        WrapCertificate certificate = WrapCertificate.of(plane(Boundary.ENDLESS), PICTURE, Axes.XY);
        assertThat(certificate.seamless()).isFalse();
        assertThat(certificate.across().different()).isGreaterThan(128 * 96 / 2);
    }

    /** A ramp of four levels a pixel that falls back at every 64th. */
    @Test
    void aPictureThatRepeatsWithAnEdgeIsNotSeamless() {
        PixelSource saw =
                new Painted((x, y) -> (int) (Math.floorMod(x, 64L) * 4 + Math.floorMod(y, 2L)));
        WrapCertificate certificate =
                WrapCertificate.of(saw, new PixelRegion(0, 0, 64, 30), Axes.XY);
        assertThat(certificate.across().different()).isZero();
        assertThat(certificate.across().edge().mean()).isEqualTo(252);
        assertThat(certificate.across().inside()).isEqualTo(new WrapCertificate.Difference(4, 4));
        assertThat(certificate.across().ratio()).isCloseTo(63, within(1e-9));
        assertThat(certificate.across().seamless()).isFalse();
        assertThat(certificate.down().edge().mean()).isEqualTo(1);
        assertThat(certificate.down().seamless()).isTrue();
    }

    /** Every eighth line is rough, and the edge is one of them or an even rougher one. */
    @Test
    void aRoughEdgeIsAnOrdinaryOneOnlyWhereLinesInsideAreAsRough() {
        PixelRegion picture = new PixelRegion(0, 0, 64, 32);
        PixelSource joints = new Painted((x, y) -> (int) (Math.floorMod(x / 8, 2L) * 30));
        WrapCertificate.Seam joint = WrapCertificate.of(joints, picture, Axes.X).across();
        assertThat(joint.join()).isEqualTo(WrapCertificate.Join.ROUGH);
        assertThat(joint.asRough()).isCloseTo(7 / 63.0, within(1e-9));
        assertThat(joint.seamless()).isTrue();

        PixelSource stepped =
                new Painted(
                        (x, y) ->
                                (int)
                                        (Math.floorMod(x / 8, 2L) * 30
                                                + (Math.floorMod(x, 64L) < 1 ? 40 : 0)));
        PixelRegion moved = new PixelRegion(1, 0, 64, 32); // the edge is that of the high line
        WrapCertificate.Seam seen = WrapCertificate.of(stepped, moved, Axes.X).across();
        assertThat(seen.ratio()).isGreaterThan(2);
        assertThat(seen.join()).isEqualTo(WrapCertificate.Join.VISIBLE);
        assertThat(seen.seamless()).isFalse();
    }

    @Test
    void aLongPictureIsMeasuredInPieces() {
        PixelSource steps = new Painted((x, y) -> (int) Math.floorMod(y / 100 + x, 2L));
        WrapCertificate certificate =
                WrapCertificate.of(steps, new PixelRegion(0, 0, 4, 5000), Axes.X);
        assertThat(certificate.across().compared()).isEqualTo(4 * 5000);
        assertThat(certificate.across().edge()).isEqualTo(new WrapCertificate.Difference(1, 1));
        assertThat(certificate.seamless()).isTrue();
    }

    @Test
    void copiesOfARegionCoverThePlaneFromWhereItLies() {
        PixelSource plane = new Painted((x, y) -> (int) (10 * x + y));
        RepeatedTile tile = RepeatedTile.of(plane, new PixelRegion(2, 3, 3, 2));
        assertThat(tile.render(new PixelRegion(-1, 1, 5, 3)))
                .containsExactly(
                        23, 33, 43, 23, 33, //
                        24, 34, 44, 24, 34, //
                        23, 33, 43, 23, 33);
    }

    private static PixelSource plane(Boundary boundary) {
        TextureModel model = Models.manifold();
        GlobalField texture = new GlobalField.Constant(Textures.of(model).random(4));
        return new TextureRenderer(
                new JavaGenerator(model), new NoiseField(model, 4, texture, boundary), 50);
    }

    private record Painted(Paint paint) implements PixelSource {

        interface Paint {
            int level(long x, long y);
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public byte[] render(PixelRegion region) {
            byte[] pixels = new byte[region.width() * region.height()];
            for (int i = 0; i < pixels.length; i++) {
                long x = region.left() + i % region.width();
                pixels[i] = (byte) paint.level(x, region.top() + i / region.width());
            }
            return pixels;
        }
    }
}
