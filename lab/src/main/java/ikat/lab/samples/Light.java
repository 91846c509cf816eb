package ikat.lab.samples;

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

    /** Brightness of a shine; the sharper, the smaller. {@code sharpness} halves it that often. */
    float shine(int sharpness) {
        float result = mirror;
        for (int n = 0; n < sharpness; n++) {
            result *= result;
        }
        return result * sun;
    }
}
