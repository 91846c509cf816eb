package ikat.lab.compare;

import ikat.cli.ScoreText;
import ikat.image.Exemplar;
import ikat.lab.compare.Comparison.State;
import ikat.lab.compare.Comparison.Task;
import ikat.lab.compare.Trial.Failed;
import ikat.lab.compare.Trial.Made;
import ikat.score.Finding;
import ikat.score.Ratio;
import ikat.score.Score;
import ikat.service.report.Crop;
import ikat.service.report.DataUri;
import ikat.service.report.Markup;
import ikat.service.score.ScoreJson;
import ikat.text.TimeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison as one page that loads nothing. */
final class ComparisonPage {

    /** Side of the pieces that are shown of pictures. */
    private static final int MOST_PIXELS = 1024;

    private final Comparison comparison;
    private final Task task;
    private final Markup out = new Markup();

    private ComparisonPage(Comparison comparison) {
        this.comparison = comparison;
        task = comparison.task();
    }

    static String html(Comparison comparison) throws IOException {
        return new ComparisonPage(comparison).page();
    }

    private String page() throws IOException {
        String name = task.exemplar().name();
        out.begin("Ikat: more of " + name, ComparisonPage.class, "compare.css");
        out.leaf("h1", "More of " + name).leaf("p", summary(), "class=lead");
        if (comparison.state() != State.DONE) {
            out.leaf("p", unfinished(), "class=event");
        }
        exemplar();
        glance();
        out.open("div", "class=methods");
        for (Trial trial : comparison.trials()) {
            if (trial.outcome() instanceof Made made) {
                card(trial, made);
            }
        }
        for (Trial trial : comparison.trials()) {
            if (trial.outcome() instanceof Failed failed) {
                card(trial, failed);
            }
        }
        out.close();
        meaning();
        return out.close().close().close().page();
    }

    private String summary() {
        int tried = comparison.trials().size();
        return tried
                + (tried == 1 ? " method, " : " methods, ")
                + task.width()
                + "x"
                + task.height()
                + " px, seed "
                + task.seed()
                + "; trained methods train for "
                + TimeText.format(task.time())
                + "; "
                + task.threads()
                + (task.threads() == 1 ? " thread" : " threads");
    }

    private String unfinished() {
        String left = String.join(", ", comparison.left());
        return comparison.state() == State.STOPPED
                ? "Stopped before these were done: " + left + "."
                : "Still running; to come: " + left + ".";
    }

    private void exemplar() throws IOException {
        out.open("section").leaf("h2", "Exemplar");
        picture(task.exemplar(), "Exemplar, " + size(task.exemplar()));
        out.close();
    }

    private void picture(Exemplar picture, String words) throws IOException {
        boolean part = Math.max(picture.width(), picture.height()) > MOST_PIXELS;
        String caption = words + (part ? "; its middle is shown" : "");
        out.open("figure");
        scroll("Picture: " + caption);
        out.empty(
                "img",
                "src=" + DataUri.ofCrop(Crop.middle(picture, MOST_PIXELS)),
                "alt=" + caption);
        out.close().leaf("figcaption", caption).close();
    }

    /** What may be wider than the screen is reached with the keyboard, too. */
    private void scroll(String label) {
        out.open("div", "class=scroll", "tabindex=0", "role=region", "aria-label=" + label);
    }

    private static String size(Exemplar picture) {
        return picture.width() + "x" + picture.height() + " px";
    }

    private void glance() {
        out.open("section").leaf("h2", "At a glance");
        out.leaf("p", "Overall " + ScoreJson.MEANING + ".", "class=why");
        scroll("Table of all methods");
        out.open("table", "class=glance").open("tr");
        for (String head :
                new String[] {
                    "Method", "Overall", "Findings", "Ready in", "Picture in", "Memory"
                }) {
            out.leaf("th", head, "scope=col");
        }
        out.close();
        comparison.trials().forEach(this::glance);
        out.close().close().close();
    }

    private void glance(Trial trial) {
        out.open("tr").open("th", "scope=row");
        out.leaf("a", trial.title(), "href=#" + trial.name()).close();
        if (trial.outcome() instanceof Made made) {
            out.leaf("td", TrialText.overall(made.judgement()));
            out.leaf("td", TrialText.findings(made.judgement()), "class=" + alarm(made));
            out.leaf("td", TrialText.time(made.preparing()));
            out.leaf("td", TrialText.time(made.making()));
            out.leaf("td", made.memory().peak());
        } else if (trial.outcome() instanceof Failed failed) {
            out.leaf("td", "No picture: " + failed.why(), "colspan=5", "class=why");
        }
        out.close();
    }

    private static String alarm(Made made) {
        Score score = made.judgement().score();
        return score != null && score.caught() ? "raised" : "quiet";
    }

    private void card(Trial trial, Made made) throws IOException {
        out.open("section", "id=" + trial.name()).leaf("h2", trial.title());
        for (int i = 0; i < made.pictures().size(); i++) {
            Exemplar picture = made.pictures().get(i);
            picture(picture, size(picture) + ", seed " + (task.seed() + i));
        }
        out.open("table");
        figures(made);
        row("source", trial.source());
        out.close();
        explanation(made.judgement().score());
        out.close();
    }

    private void card(Trial trial, Failed failed) {
        out.open("section", "id=" + trial.name()).leaf("h2", trial.title());
        out.leaf("p", "No picture: " + failed.why() + ".", "class=event");
        out.open("table");
        row("source", trial.source());
        out.close().close();
    }

    private void figures(Made made) {
        Score score = made.judgement().score();
        if (score == null) {
            row("overall", "not scored: " + made.judgement().why());
        } else {
            row("overall", ScoreText.ratio(score.overall()), "class=overall");
            score.toldApart().forEach(told -> row("told apart", ScoreText.text(told)));
            ratios(score, true);
            findings(score);
        }
        row("ready in", TrialText.time(made.preparing()));
        row("a picture in", TrialText.making(made));
        row("memory", made.memory().words());
        row("sizes", made.growth().words());
    }

    /** The ratios that do not count, folded away: there are many. */
    private void explanation(@Nullable Score score) {
        if (score == null || score.ratios().stream().allMatch(Ratio::counts)) {
            return;
        }
        out.open("details").leaf("summary", "Ratios that explain those").open("table");
        ratios(score, false);
        out.close().close();
    }

    private void ratios(Score score, boolean counting) {
        for (Ratio ratio : score.ratios()) {
            if (ratio.counts() == counting) {
                row(ratio.title(), ScoreText.ratio(ratio.value()));
            }
        }
    }

    private void findings(Score score) {
        List<String> quiet = new ArrayList<>();
        for (Finding finding : score.findings()) {
            if (finding.raised()) {
                row("finding", ScoreText.text(finding), "class=raised");
            } else {
                quiet.add(finding.title());
            }
        }
        if (!quiet.isEmpty()) {
            row("not found", String.join(", ", quiet));
        }
    }

    private void row(String label, String value, String... attributes) {
        out.open("tr").leaf("th", label, "scope=row").leaf("td", value, attributes).close();
    }

    private void meaning() {
        out.open("section", "class=text").leaf("h2", "What the figures mean");
        out.leaf(
                "p",
                "Each ratio compares the pictures with the exemplar in one respect, as a multiple"
                        + " of how far parts of the exemplar are from each other. Overall is the"
                        + " geometric mean of these ratios, where none counts as less than 1: to"
                        + " be closer to the exemplar than its own parts are to each other is"
                        + " memory, not merit. Findings are faults that a detector looks for.");
        out.leaf(
                "p",
                "Methods ran one after the other on the same machine. Memory is the most that the"
                    + " process had, everything included; what it had before a method began is"
                    + " shown beside it. The time of a picture is a median of three where a picture"
                    + " takes less than 20 s.");
        out.close();
    }
}
