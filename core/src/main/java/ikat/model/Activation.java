package ikat.model;

/** What a stage of the generator ends in. */
public enum Activation {
    RELU,
    TANH
}
