package ikat.studio.live;

import ikat.image.PixelRegion;

/**
 * What a live picture shows, as a client asked for it.
 *
 * @param serial the client's number of this scene, which its frames name
 * @param model the id of the model
 * @param seed of the noise
 * @param area of the plane
 * @param mix which textures
 * @param movement how it moves
 * @param encoding how frames are sent
 * @param steer what a camera does to it
 */
record Scene(
        long serial,
        String model,
        long seed,
        PixelRegion area,
        Mix mix,
        Movement movement,
        Encoding encoding,
        Steer steer) {

    /** The least side of a frame. */
    static final int LEAST_SIDE = 64;

    /** The longest side of a frame. */
    static final int MOST_SIDE = 1024;
}
