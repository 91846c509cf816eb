package ikat.model;

/** Activation function of a generator stage. */
public enum Activation {
    RELU,
    TANH
}
