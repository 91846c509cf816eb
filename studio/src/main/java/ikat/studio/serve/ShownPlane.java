package ikat.studio.serve;

import ikat.image.PixelSource;
import ikat.model.MapKind;
import ikat.zoom.LayeredPlane;
import ikat.zoom.ZoomablePlane;

/** A plane at any level: of one model, or painted with several. */
sealed interface ShownPlane {

    /** The colours of a level. */
    PixelSource level(int level);

    /**
     * A map of the material at a level.
     *
     * @throws IllegalArgumentException as {@link #checkMap}
     */
    PixelSource map(MapKind kind, int level);

    /**
     * Checks that there is a map, without preparing a level.
     *
     * @throws IllegalArgumentException one sentence, if there is none
     */
    void checkMap(MapKind kind);

    /** A plane of one model. */
    record Single(ZoomablePlane plane) implements ShownPlane {

        @Override
        public PixelSource level(int level) {
            return plane.level(level);
        }

        @Override
        public PixelSource map(MapKind kind, int level) {
            return plane.map(kind, level);
        }

        @Override
        public void checkMap(MapKind kind) {
            plane.checkMap(kind);
        }
    }

    /** A plane of several models, which need not have the same maps. */
    record Layered(LayeredPlane plane) implements ShownPlane {

        @Override
        public PixelSource level(int level) {
            return plane.level(level);
        }

        @Override
        public PixelSource map(MapKind kind, int level) {
            throw noMap(kind);
        }

        @Override
        public void checkMap(MapKind kind) {
            throw noMap(kind);
        }

        /** Says that there is no map of a kind. */
        static void refuse(MapKind kind) {
            throw noMap(kind);
        }

        private static IllegalArgumentException noMap(MapKind kind) {
            return new IllegalArgumentException(
                    "a painting with textures of several models shows colours only, so it has no"
                            + " map of "
                            + kind.word());
        }
    }
}
