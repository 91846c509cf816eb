package ikat.train;

/** An answer to a question that a picture answers by itself where it is left open. */
public enum Answer {
    NO,
    YES
}
