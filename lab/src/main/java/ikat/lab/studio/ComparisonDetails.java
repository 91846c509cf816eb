package ikat.lab.studio;

import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison is about, and how far it is.
 *
 * @param picture name of its file
 * @param width of the picture
 * @param height of the picture
 * @param choices what was chosen
 * @param methods how far each is, in order
 */
record ComparisonDetails(
        String picture,
        int width,
        int height,
        ComparisonChoices choices,
        List<MethodState> methods) {

    ComparisonDetails {
        methods = List.copyOf(methods);
    }

    ComparisonDetails with(int index, MethodState state) {
        List<MethodState> all = new ArrayList<>(methods);
        all.set(index, state);
        return new ComparisonDetails(picture, width, height, choices, all);
    }

    ComparisonDetails anew() {
        return new ComparisonDetails(
                picture,
                width,
                height,
                choices,
                methods.stream().map(MethodState::waitingAgain).toList());
    }
}
