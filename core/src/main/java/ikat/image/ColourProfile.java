package ikat.image;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversion of pictures with an embedded colour profile to sRGB. */
final class ColourProfile {

    /** Largest colour difference that is invisible in an 8-bit picture. */
    private static final float UNSEEN = 0.006f;

    private ColourProfile() {}

    /** Attaches an ICC profile that the decoder ignored, given as bytes. */
    static BufferedImage attach(
            BufferedImage image, byte @Nullable [] profile, List<String> notes) {
        ColorModel model = image.getColorModel();
        if (profile == null || !model.getColorSpace().isCS_sRGB()) {
            return image;
        }
        ColorSpace space = spaceOf(profile);
        if (space != null && space.getType() == ColorSpace.TYPE_GRAY) {
            return image; // greys are read as stored
        }
        if (space == null || space.getType() != ColorSpace.TYPE_RGB) {
            notes.add("the colour profile in the file was left out, since it is damaged");
            return image;
        }
        if (isSrgb(space)) {
            return image;
        }
        return withSpace(model instanceof ComponentColorModel ? image : unpacked(image), space);
    }

    private static BufferedImage withSpace(BufferedImage image, ColorSpace space) {
        ColorModel model = image.getColorModel();
        ColorModel profiled =
                new ComponentColorModel(
                        space,
                        model.hasAlpha(),
                        model.isAlphaPremultiplied(),
                        model.getTransparency(),
                        model.getTransferType());
        return new BufferedImage(profiled, image.getRaster(), model.isAlphaPremultiplied(), null);
    }

    /** Resolves a palette; the colours stay the same. */
    private static BufferedImage unpacked(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        int type = alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
        int width = image.getWidth();
        BufferedImage unpacked = new BufferedImage(width, image.getHeight(), type);
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            unpacked.setRGB(0, y, width, 1, row, 0, width);
        }
        return unpacked;
    }

    private static @Nullable ColorSpace spaceOf(byte[] profile) {
        try {
            return new ICC_ColorSpace(ICC_Profile.getInstance(profile));
        } catch (IllegalArgumentException | CMMException e) {
            return null;
        }
    }

    static BufferedImage toSrgb(BufferedImage image, List<String> notes) {
        ColorModel model = image.getColorModel();
        ColorSpace space = model.getColorSpace();
        boolean stored = model instanceof ComponentColorModel;
        if (!stored || space.getType() == ColorSpace.TYPE_GRAY || isSrgb(space)) {
            return image;
        }
        if (isUnprofiledCmyk(space)) {
            return inksToRgb(image);
        }
        BufferedImage converted = emptyLike(image);
        new ColorConvertOp(null).filter(image, converted);
        notes.add("its colours were converted to sRGB from the profile in the file");
        return converted;
    }

    /** Compares sampled colours, since embedded sRGB profiles come in many variants. */
    static boolean isSrgb(ColorSpace space) {
        if (space.isCS_sRGB()) {
            return true;
        }
        if (space.getType() != ColorSpace.TYPE_RGB) {
            return false;
        }
        for (int i = 0; i < 125; i++) {
            float[] colour = {i % 5 / 4f, i / 5 % 5 / 4f, i / 25 % 5 / 4f};
            float[] srgb = space.toRGB(colour);
            for (int channel = 0; channel < 3; channel++) {
                if (Math.abs(srgb[channel] - colour[channel]) > UNSEEN) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BufferedImage emptyLike(BufferedImage image) {
        ColorModel model = image.getColorModel();
        boolean deep = model.getComponentSize(0) > 8;
        ColorModel srgb =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        model.hasAlpha(),
                        false,
                        model.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                        deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE);
        return new BufferedImage(
                srgb,
                srgb.createCompatibleWritableRaster(image.getWidth(), image.getHeight()),
                false,
                null);
    }

    private static boolean isUnprofiledCmyk(ColorSpace space) {
        return space.getType() == ColorSpace.TYPE_CMYK && !(space instanceof ICC_ColorSpace);
    }

    /**
     * Converts CMYK without a profile, values in [0, 1], to RGB as {@code (1 - ink) (1 - black)},
     * the usual convention. Java's own conversion treats the result as linear light and washes it
     * out.
     */
    private static BufferedImage inksToRgb(BufferedImage image) {
        int width = image.getWidth();
        BufferedImage rgb = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Raster raster = image.getRaster();
        float most = (1 << image.getColorModel().getComponentSize(0)) - 1;
        float[] row = new float[width * raster.getNumBands()];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                rgb.setRGB(x, y, inkToRgb(row, x * raster.getNumBands(), most));
            }
        }
        return rgb;
    }

    private static int inkToRgb(float[] row, int from, float most) {
        int rgb = 0;
        float unblackened = 1 - row[from + 3] / most;
        for (int ink = 0; ink < 3; ink++) {
            int level = Math.round(255 * (1 - row[from + ink] / most) * unblackened);
            rgb = rgb << 8 | level;
        }
        return rgb;
    }
}
