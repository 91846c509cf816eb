package ikat.export;

/** How a tile's pixels become bytes. Safe for many threads. */
interface TileFormat {

    /** Packs a tile. */
    byte[] pack(Block tile);
}
