package ikat.service.report;

import ikat.analysis.Coverage;
import ikat.io.AtomicFile;
import ikat.model.Provenance;
import ikat.service.inspect.ModelFacts;
import ikat.service.train.PlanTable;
import ikat.service.train.TrainingPictures.Studied;
import ikat.text.Fact;
import ikat.text.TimeText;
import ikat.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The report as a self-contained HTML page. */
public final class ReportPage {

    /** Side of the pieces that are shown of pictures. */
    static final int CROP_PIXELS = 512;

    /** Names in the heading. */
    private static final int MOST_NAMES = 9;

    /** Maximum number of pictures described. */
    private static final int MOST_PICTURES = 12;

    private final ReportData data;
    private final Markup out = new Markup();

    private ReportPage(ReportData data) {
        this.data = data;
    }

    /**
     * Writes the page; it appears whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(ReportData data, Path file) throws IOException {
        String page = html(data);
        AtomicFile.write(file, part -> Files.writeString(part, page));
    }

    static String html(ReportData data) throws IOException {
        return new ReportPage(data).page();
    }

    private String page() throws IOException {
        String names = names();
        out.begin("Ikat: " + names, ReportPage.class);
        out.leaf("h1", names).leaf("p", summary(), "class=lead");
        comparison();
        coverage();
        previews();
        losses();
        out.open("div", "class=columns");
        plan();
        out.open("div");
        pictures();
        origin();
        out.close().close().close().close().close();
        return out.page();
    }

    private String names() {
        int all = data.exemplars().size();
        String first =
                IntStream.range(0, Math.min(all, MOST_NAMES))
                        .mapToObj(i -> data.exemplars().facts(i).name())
                        .collect(Collectors.joining(", "));
        return all > MOST_NAMES ? first + " and " + (all - MOST_NAMES) + " more" : first;
    }

    private String summary() {
        Provenance provenance = data.model().provenance();
        double seconds = provenance.trainingTime().toMillis() / 1000.0;
        return String.format(
                Locale.ROOT,
                "%d steps in %s (%.1f steps/s), seed %d",
                provenance.steps(),
                TimeText.format(provenance.trainingTime()),
                provenance.steps() / Math.max(0.001, seconds),
                provenance.seed());
    }

    private void comparison() throws IOException {
        out.open("section").leaf("h2", "Exemplar and rendering").open("div", "class=pair");
        String exemplar =
                data.exemplars().size() == 1
                        ? "Exemplar"
                        : "Exemplar " + data.exemplars().facts(0).name();
        figure(
                DataUri.ofCrop(Crop.middle(data.exemplars().get(0), CROP_PIXELS)),
                exemplar + ", pixel by pixel");
        figure(DataUri.ofCrop(data.rendering()), data.rendered() + ", pixel by pixel");
        out.close().close();
    }

    private void figure(String uri, String caption) {
        out.open("figure").open("div", "class=scroll");
        image(uri, caption);
        out.close();
        out.leaf("figcaption", caption).close();
    }

    private void coverage() throws IOException {
        CoverageSheet sheet = data.coverage();
        if (sheet == null || sheet.lines().isEmpty()) {
            return;
        }
        out.open("section").leaf("h2", "Textures, each beside its picture");
        sheet.summary().forEach(line -> out.leaf("p", line));
        out.open("div", "class=textures");
        for (int i = 0; i < sheet.pairs().size(); i++) {
            texture(sheet.coverage().textures().get(i), sheet.pairs().get(i));
        }
        out.close().close();
    }

    private void texture(Coverage.Texture texture, CoverageSheet.Pair pair) throws IOException {
        String name = texture.name();
        out.open("figure", "class=texture" + (texture.covered() ? "" : " missed"));
        out.open("div", "class=two");
        image(DataUri.ofThumbnail(pair.exemplar()), "Exemplar of " + name);
        image(DataUri.ofThumbnail(pair.rendering()), "Rendering of " + name);
        out.close();
        out.leaf(
                "figcaption",
                texture.covered() ? name : name + ", nearest to " + texture.nearest());
        out.close();
    }

    private void image(String uri, String words) {
        out.empty("img", "src=" + uri, "alt=" + words);
    }

    private void previews() throws IOException {
        if (data.history().previews().isEmpty()) {
            return;
        }
        out.open("section").leaf("h2", "What was learned when").open("div", "class=strip");
        for (RunHistory.Preview preview : data.history().previews()) {
            TrainingProgress progress = preview.progress();
            figure(
                    DataUri.ofThumbnail(preview.picture()),
                    "step " + progress.step() + ", " + TimeText.format(progress.elapsed()));
        }
        out.close().close();
    }

    private void losses() {
        List<RunHistory.Losses.Point> points = data.history().losses().points();
        if (points.isEmpty()) {
            return;
        }
        out.open("section").leaf("h2", "Losses").open("div", "class=columns");
        new LossChart(
                        points,
                        new LossChart.Series(
                                "discriminator", "d", RunHistory.Losses.Point::discriminator),
                        new LossChart.Series("generator", "g", RunHistory.Losses.Point::generator))
                .draw(out);
        new LossChart(
                        points,
                        new LossChart.Series(
                                "feature distance", "f", RunHistory.Losses.Point::feature))
                .draw(out);
        out.close();
        if (!data.history().scores().isEmpty()) {
            out.leaf("p", scores());
        }
        for (String event : data.history().events()) {
            out.leaf("p", event, "class=event");
        }
        out.close();
    }

    private String scores() {
        return data.history().scores().stream()
                .map(score -> String.format(Locale.ROOT, "%.2f", score))
                .collect(
                        Collectors.joining(
                                ", ",
                                "Scores on the way, where 1 is as alike as the exemplar is to"
                                        + " itself: ",
                                "; the best state became the model."));
    }

    private void pictures() {
        for (Studied studied : data.studied().subList(0, shown())) {
            out.open("section").leaf("h2", "Picture").open("table");
            studied.report().facts().forEach(this::row);
            studied.notes().forEach(note -> row("note", note, ""));
            out.close().close();
        }
        int hidden = data.exemplars().size() - shown();
        if (hidden > 0) {
            out.leaf("p", "and " + hidden + " more pictures");
        }
    }

    private int shown() {
        return Math.min(MOST_PICTURES, data.studied().size());
    }

    private void plan() {
        out.open("section").leaf("h2", "Plan").open("table");
        for (PlanTable.Row row : data.table().rows()) {
            row(row.name(), row.value(), row.why());
        }
        out.close().close();
    }

    private void origin() {
        out.open("section").leaf("h2", "Model").open("table");
        ModelFacts.origin(data.model().provenance()).forEach(this::row);
        long first = data.history().firstStep();
        if (first > 0) {
            row("resumed", "from step " + first, "");
        }
        row("whole run", TimeText.format(data.elapsed()), "");
        out.close().close();
    }

    private void row(Fact fact) {
        row(fact.label(), fact.value(), "");
    }

    private void row(String label, String value, String why) {
        out.open("tr").leaf("th", label, "scope=row").leaf("td", value);
        out.leaf("td", why, "class=why").close();
    }
}
