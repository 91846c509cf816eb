package ikat.export;

import ikat.image.Pixels;

/** How a tile's pixels become bytes. Safe for many threads. */
interface TileFormat {

    /** Packs a tile. */
    byte[] pack(Pixels tile);
}
