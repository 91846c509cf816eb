package ikat.texture;

/** A straight piece of the way of a brush, perhaps of no length, in pixels. */
record Segment(double x, double y, double stepX, double stepY, double squaredLength) {

    static Segment between(Stroke.Point from, Stroke.Point to) {
        double stepX = to.x() - from.x();
        double stepY = to.y() - from.y();
        return new Segment(from.x(), from.y(), stepX, stepY, stepX * stepX + stepY * stepY);
    }

    Extent extent() {
        return Extent.NOTHING.with(x, y).with(x + stepX, y + stepY);
    }

    double squaredDistance(double placeX, double placeY) {
        double fromX = placeX - x;
        double fromY = placeY - y;
        double way = squaredLength == 0 ? 0 : (fromX * stepX + fromY * stepY) / squaredLength;
        double nearest = Math.max(0, Math.min(1, way));
        double offX = fromX - nearest * stepX;
        double offY = fromY - nearest * stepY;
        return offX * offX + offY * offY;
    }

    /** Whether a whole rectangle is nearer; the farthest place of one is a corner. */
    boolean covers(Extent area, double distance) {
        double most = distance * distance;
        return squaredDistance(area.left(), area.top()) <= most
                && squaredDistance(area.right(), area.top()) <= most
                && squaredDistance(area.left(), area.bottom()) <= most
                && squaredDistance(area.right(), area.bottom()) <= most;
    }

    /** Lowers what is farther to the distance from this; returns whether anything was. */
    boolean lower(SampleSquare square, double reach, double[] squares) {
        Extent near = extent();
        int left = square.firstFrom(near.left() - reach - square.left());
        int right = square.lastUpTo(near.right() + reach - square.left());
        int top = square.firstFrom(near.top() - reach - square.top());
        int bottom = square.lastUpTo(near.bottom() + reach - square.top());
        boolean lowered = false;
        for (int row = top; row <= bottom; row++) {
            double placeY = square.top() + row * square.step();
            for (int column = left; column <= right; column++) {
                double found = squaredDistance(square.left() + column * square.step(), placeY);
                int at = row * square.count() + column;
                if (found < squares[at]) {
                    squares[at] = found;
                    lowered = true;
                }
            }
        }
        return lowered;
    }
}
