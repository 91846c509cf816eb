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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the colours of a picture that has a colour profile of its own to sRGB. */
final class ColourProfile {

    /** Differences of colours that no 8-bit picture shows. */
    private static final float UNSEEN = 0.006f;

    private ColourProfile() {}

    /** Gives a picture the profile that its decoder left out, an ICC profile's bytes. */
    static BufferedImage attach(
            BufferedImage image, byte @Nullable [] profile, List<String> notes) {
        ColorModel model = image.getColorModel();
        if (profile == null || !model.getColorSpace().isCS_sRGB()) {
            return image;
        }
        ColorSpace space = spaceOf(profile);
        if (space == null || space.getType() != ColorSpace.TYPE_RGB) {
            notes.add("the colour profile in the file was left out, since it is damaged");
            return image;
        }
        if (isSrgb(space)) {
            return image;
        }
        if (!(model instanceof ComponentColorModel)) {
            notes.add("the colour profile in the file was left out; colours were taken as sRGB");
            return image;
        }
        ColorModel profiled =
                new ComponentColorModel(
                        space,
                        model.hasAlpha(),
                        model.isAlphaPremultiplied(),
                        model.getTransparency(),
                        model.getTransferType());
        return new BufferedImage(profiled, image.getRaster(), model.isAlphaPremultiplied(), null);
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
        if (CmykPicture.isUnprofiled(space)) {
            return CmykPicture.toRgb(image);
        }
        BufferedImage converted = emptyLike(image);
        new ColorConvertOp(null).filter(image, converted);
        notes.add("its colours were converted to sRGB from the profile in the file");
        return converted;
    }

    /** Asks the profile for a few colours, since an embedded sRGB comes in many wordings. */
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
}
