package ikat.image;

/** A plane that shows another one changed; what it does not say of itself, the other one says. */
public interface PlaneView extends PixelSource {

    /** The plane that is shown. */
    PixelSource plane();

    @Override
    default int channels() {
        return plane().channels();
    }

    @Override
    default Depth depth() {
        return plane().depth();
    }

    @Override
    default Averaging averaging() {
        return plane().averaging();
    }
}
