package ikat.lab.figures;

import ikat.noise.NoiseField;
import ikat.noise.WaveVectors;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;

/** Draws wave vectors as arrows, and their crests over a picture. */
final class WaveDrawing {

    private static final Color[] COLOURS = {
        new Color(0xD62728), new Color(0x1F77B4), new Color(0x2CA02C), new Color(0x9467BD)
    };

    private WaveDrawing() {}

    /**
     * Draws the vectors before training in grey and after it in colour, from the centre of a disc.
     *
     * @param radius of the disc in radians per cell
     */
    static BufferedImage arrows(WaveVectors before, WaveVectors after, int side, double radius) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        double scale = (side / 2.0 - 16) / radius;
        int disc = (int) (radius * scale);
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.drawOval(side / 2 - disc, side / 2 - disc, 2 * disc, 2 * disc);
        for (int w = 0; w < after.count(); w++) {
            arrow(graphics, before.x()[w] * scale, before.y()[w] * scale, side, Color.GRAY, 5);
            Color colour = COLOURS[w % COLOURS.length];
            arrow(graphics, after.x()[w] * scale, after.y()[w] * scale, side, colour, 2);
        }
        graphics.dispose();
        return image;
    }

    private static void arrow(
            Graphics2D graphics, double x, double y, int side, Color colour, float width) {
        double middle = side / 2.0;
        double angle = Math.atan2(y, x);
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(middle, middle, middle + x, middle + y));
        for (double turn : new double[] {0.4, -0.4}) {
            graphics.draw(
                    new Line2D.Double(
                            middle + x,
                            middle + y,
                            middle + x - 10 * Math.cos(angle + turn),
                            middle + y - 10 * Math.sin(angle + turn)));
        }
    }

    /** Marks the crest of each wave: where its sine is 1. */
    static void crests(BufferedImage picture, NoiseField field, WaveVectors waves, int cellPixels) {
        Graphics2D graphics = smooth(picture);
        graphics.setStroke(new BasicStroke(1.5f));
        for (int w = 0; w < waves.count(); w++) {
            double x = waves.x()[w] / cellPixels;
            double y = waves.y()[w] / cellPixels;
            double start = field.phase(w) - (x + y) * cellPixels / 2;
            graphics.setColor(COLOURS[w % COLOURS.length]);
            lines(graphics, x, y, start, picture.getWidth() + picture.getHeight());
        }
        graphics.dispose();
    }

    private static void lines(Graphics2D graphics, double x, double y, double start, double reach) {
        double square = x * x + y * y;
        if (square == 0) {
            return;
        }
        double most = reach * Math.sqrt(square) / (2 * Math.PI) + 1;
        for (int n = (int) -most; n <= most; n++) {
            double along = (Math.PI / 2 + 2 * Math.PI * n - start) / square;
            double px = along * x;
            double py = along * y;
            double length = reach / Math.sqrt(square);
            graphics.draw(
                    new Line2D.Double(
                            px - y * length, py + x * length, px + y * length, py - x * length));
        }
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return graphics;
    }
}
