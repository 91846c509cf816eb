package ikat.app.training;

import ikat.model.Provenance;
import ikat.model.TextureModel;

/** Puts a licence note into a model. */
final class LicenceNote {

    private LicenceNote() {}

    static TextureModel added(TextureModel model, String note) {
        Provenance from = model.provenance();
        Provenance noted =
                new Provenance(
                        from.pictures(),
                        from.ikatVersion(),
                        from.engine(),
                        from.javaVersion(),
                        from.seed(),
                        from.steps(),
                        from.trainingTime(),
                        from.created(),
                        note);
        return new TextureModel(model.spec(), model.weights(), model.plan(), noted);
    }
}
