package ikat.cli;

import picocli.CommandLine.TypeConversionException;

/**
 * Thrown when the text of an option is not a valid value; the option's name precedes the message.
 */
final class BadValue extends TypeConversionException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error from the value and what it must be.
     *
     * @param allowed completes the sentence "but must be ..."
     */
    BadValue(String value, String allowed) {
        super("is " + (value.isEmpty() ? "empty" : value) + ", but must be " + allowed);
    }
}
