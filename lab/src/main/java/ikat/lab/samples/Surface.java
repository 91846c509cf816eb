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
}
