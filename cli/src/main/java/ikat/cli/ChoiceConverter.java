package ikat.cli;

import ikat.image.Mirroring;
import ikat.render.WrapCertificate;
import ikat.text.Choices;
import ikat.train.Codes;
import ikat.train.Selection;
import ikat.train.Width;
import picocli.CommandLine.ITypeConverter;

/** Reads one of a few words. */
public abstract class ChoiceConverter<T extends Enum<T>> implements ITypeConverter<T> {

    private final Class<T> type;

    private ChoiceConverter(Class<T> type) {
        this.type = type;
    }

    @Override
    public T convert(String text) {
        return Choices.find(type, text).orElseThrow(() -> new BadValue(text, Choices.words(type)));
    }

    /** Reads the width of the networks. */
    public static final class OfWidth extends ChoiceConverter<Width> {
        OfWidth() {
            super(Width.class);
        }
    }

    /** Reads how codes come about. */
    static final class OfCodes extends ChoiceConverter<Codes> {
        OfCodes() {
            super(Codes.class);
        }
    }

    /** Reads whether crops are mirrored. */
    static final class OfMirroring extends ChoiceConverter<Mirroring> {
        OfMirroring() {
            super(Mirroring.class);
        }
    }

    /** Reads along which axes a picture repeats. */
    static final class OfAxes extends ChoiceConverter<WrapCertificate.Axes> {
        OfAxes() {
            super(WrapCertificate.Axes.class);
        }
    }

    /** Reads which state of a training becomes the model. */
    static final class OfSelection extends ChoiceConverter<Selection> {
        OfSelection() {
            super(Selection.class);
        }
    }
}
