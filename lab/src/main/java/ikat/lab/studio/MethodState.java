package ikat.lab.studio;

import ikat.lab.compare.Trial;
import ikat.lab.method.TextureMethod;
import ikat.score.Score;
import org.jspecify.annotations.Nullable;

/**
 * How far one method is.
 *
 * @param name for programs
 * @param title for readers
 * @param state waiting, running, done or failed
 * @param stage what it does just now, or empty
 * @param sentence why it failed or has no score, or empty
 * @param score overall, or null
 * @param prepareSeconds until it was ready, or null
 * @param pictureSeconds for a picture, or null
 */
record MethodState(
        String name,
        String title,
        String state,
        String stage,
        String sentence,
        @Nullable Double score,
        @Nullable Double prepareSeconds,
        @Nullable Double pictureSeconds) {

    static MethodState waiting(TextureMethod method) {
        return new MethodState(method.name(), method.title(), "waiting", "", "", null, null, null);
    }

    MethodState running(String what) {
        return new MethodState(name, title, "running", what, "", null, null, null);
    }

    MethodState waitingAgain() {
        return new MethodState(name, title, "waiting", "", "", null, null, null);
    }

    static MethodState of(Trial trial) {
        if (trial.outcome() instanceof Trial.Failed failed) {
            return new MethodState(
                    trial.name(), trial.title(), "failed", "", failed.why(), null, null, null);
        }
        Trial.Made made = (Trial.Made) trial.outcome();
        Score score = made.judgement().score();
        return new MethodState(
                trial.name(),
                trial.title(),
                "done",
                "",
                made.judgement().why(),
                score == null ? null : score.overall(),
                made.preparing().toMillis() / 1000.0,
                made.making().toMillis() / 1000.0);
    }
}
