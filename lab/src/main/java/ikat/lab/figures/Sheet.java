package ikat.lab.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A white sheet with rows of pictures, each with a caption of one or more lines below it. */
final class Sheet {

    private static final int GAP = 12;
    private static final int LINE = 17;
    private static final int BELOW = 5;

    private record Entry(BufferedImage picture, List<String> caption) {

        int height() {
            return picture.getHeight() + LINE * caption.size() + BELOW;
        }
    }

    private final List<List<Entry>> rows = new ArrayList<>();

    private final Shown shown;

    Sheet(Shown shown) {
        this.shown = shown;
        newRow();
    }

    void newRow() {
        rows.add(new ArrayList<>());
    }

    void add(BufferedImage picture, String... caption) {
        rows.get(rows.size() - 1).add(new Entry(picture, List.of(caption)));
    }

    /** Adds a training picture. */
    void addExemplar(BufferedImage picture, String... caption) {
        if (shown == Shown.ALL) {
            add(picture, caption);
        }
    }

    /** Draws all pictures at their original size. */
    BufferedImage draw() {
        int width = rows.stream().mapToInt(Sheet::width).max().orElse(0) + GAP;
        int height = rows.stream().mapToInt(Sheet::height).sum() + GAP;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        int top = GAP;
        for (List<Entry> row : rows) {
            drawRow(graphics, row, top);
            top += height(row);
        }
        graphics.dispose();
        return image;
    }

    private static void drawRow(Graphics2D graphics, List<Entry> row, int top) {
        FontMetrics metrics = graphics.getFontMetrics();
        int left = GAP;
        for (Entry entry : row) {
            graphics.drawImage(entry.picture, left, top, null);
            graphics.setColor(Color.DARK_GRAY);
            int baseline = top + entry.picture.getHeight() + metrics.getAscent() + 3;
            for (String line : entry.caption) {
                graphics.drawString(
                        fitted(line, metrics, entry.picture.getWidth()), left, baseline);
                baseline += LINE;
            }
            left += entry.picture.getWidth() + GAP;
        }
    }

    /** Shortens a line of a caption to the width of its picture. */
    private static String fitted(String line, FontMetrics metrics, int width) {
        String text = line;
        while (text.length() > 1 && metrics.stringWidth(text) > width) {
            text = text.substring(0, text.length() - 2) + "\u2026";
        }
        return text;
    }

    private static int width(List<Entry> row) {
        return row.stream().mapToInt(entry -> entry.picture.getWidth() + GAP).sum();
    }

    private static int height(List<Entry> row) {
        return row.stream().mapToInt(Entry::height).max().orElse(0);
    }

    /** Whether a figure shows the training pictures. */
    enum Shown {
        ALL,
        /** Renderings only, for training pictures that must not be published. */
        RENDERINGS
    }
}
