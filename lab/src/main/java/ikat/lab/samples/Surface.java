package ikat.lab.samples;

/** A surface to render, defined at every point of the plane; lengths are in pixels. */
interface Surface {

    /** Height above the ground in pixels. */
    float height(float x, float y);

    /** Colour of the point under the light that falls on it. */
    Colour colour(float x, float y, Light light);

    /** The direction and reach of the sunlight. */
    default Sun sun() {
        return Sun.fromTopLeft(1.2f, 0);
    }

    /** Radius in pixels within which higher points occlude the sky. */
    default float hollowPixels() {
        return 4;
    }

    /**
     * Lighting at one point of a surface.
     *
     * @param diffuse cosine of the angle between the surface normal and the sun, 0 to 1
     * @param mirror cosine between the surface and the direction that mirrors the sun, 0 to 1
     * @param sun share of the sunlight that is not shadowed, 0 to 1
     * @param open visible share of the sky, about 1 on a plane, less in a hollow
     */
    record Light(float diffuse, float mirror, float sun, float open) {

        /**
         * Brightness of a matt surface lit by the sky from all around and by the sun from its
         * direction.
         */
        float dull(float sky) {
            return sky * open + (1 - sky) * diffuse * sun;
        }

        /** Brightness of a specular highlight, halved in size {@code sharpness} times. */
        float shine(int sharpness) {
            float result = mirror;
            for (int n = 0; n < sharpness; n++) {
                result *= result;
            }
            return result * sun;
        }
    }

    /**
     * Unit vector towards the light; z points to the viewer, y down.
     *
     * @param reachPixels maximum length of a shadow, 0 for no shadows
     */
    record Sun(float x, float y, float z, float reachPixels) {

        /** Light from the top left whose height above the surface is {@code rise}. */
        static Sun fromTopLeft(float rise, float reachPixels) {
            float length = (float) Math.sqrt(0.36f + 0.64f + rise * rise);
            return new Sun(-0.6f / length, -0.8f / length, rise / length, reachPixels);
        }
    }
}
