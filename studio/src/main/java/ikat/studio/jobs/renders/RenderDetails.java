package ikat.studio.jobs.renders;

/**
 * What is rendered, and what came of it.
 *
 * @param name of the file
 * @param order complete
 * @param bytes of the file, 0 until it is done
 */
record RenderDetails(String name, RenderOrder order, long bytes) {

    RenderDetails withBytes(long size) {
        return new RenderDetails(name, order, size);
    }
}
