package ikat.graph;

/** The types of tensors that graphs here use, with their numbers in the format. */
enum TensorType {
    FLOAT(1),
    UINT8(2),
    INT64(7);

    private final int number;

    TensorType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
