package ikat.lab.samples;

/** Something to take a picture of, defined at every point; pixels are the unit of length. */
interface Surface {

    /** Height over the ground in pixels. */
    float height(float x, float y);

    /** Colour of the point under the light that falls on it. */
    Colour colour(float x, float y, Light light);

    /** Where the light comes from. */
    default Sun sun() {
        return Sun.fromTopLeft(1.2f, 0);
    }

    /** Radius in pixels within which heights shut out the sky. */
    default float hollowPixels() {
        return 4;
    }

    /**
     * What light does at one point of a surface.
     *
     * @param diffuse cosine between the surface and the sun, 0 to 1
     * @param mirror cosine between the surface and the direction that mirrors the sun, 0 to 1
     * @param sun share of the sun that no shadow takes, 0 to 1
     * @param open share of the sky that is seen, about 1 on a plane, less in a hollow
     */
    record Light(float diffuse, float mirror, float sun, float open) {

        /** Brightness of a dull surface: sky from all around, sun from its side. */
        float dull(float sky) {
            return sky * open + (1 - sky) * diffuse * sun;
        }

        /**
         * Brightness of a shine; the sharper, the smaller. {@code sharpness} halves it that often.
         */
        float shine(int sharpness) {
            float result = mirror;
            for (int n = 0; n < sharpness; n++) {
                result *= result;
            }
            return result * sun;
        }
    }

    /**
     * The direction that light comes from, of length 1; z points to the viewer, y down.
     *
     * @param reachPixels how far a height may throw its shadow, 0 for no shadows
     */
    record Sun(float x, float y, float z, float reachPixels) {

        /** Light from the top left, whose height over the surface is {@code rise}. */
        static Sun fromTopLeft(float rise, float reachPixels) {
            float length = (float) Math.sqrt(0.36f + 0.64f + rise * rise);
            return new Sun(-0.6f / length, -0.8f / length, rise / length, reachPixels);
        }
    }
}
