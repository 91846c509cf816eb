package ikat.studio.serve;

import ikat.model.MapKind;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.weave.Detail;
import ikat.weave.Weaver;
import java.util.List;

/**
 * What lists say of a model, without its weights and exemplars.
 *
 * @param shelved its file
 * @param woven whether it can weave
 * @param detail what it shows by default
 * @param maps of the material, by name
 * @param reach how far away in pixels what a woven pixel depends on may be, 0 if it cannot weave
 */
public record ModelSummary(
        ShelvedModel shelved,
        ModelSpec spec,
        boolean woven,
        Detail detail,
        List<String> maps,
        int reach) {

    static ModelSummary of(ShelvedModel shelved, TextureModel model) {
        Weave weave = model.weave();
        return new ModelSummary(
                shelved,
                model.spec(),
                weave != null,
                Detail.of(model),
                weave == null
                        ? List.of()
                        : weave.maps().kinds().stream().map(MapKind::word).toList(),
                weave == null ? 0 : Weaver.reach(weave.start()));
    }
}
