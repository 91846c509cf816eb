package ikat.studio.live;

import ikat.film.Walk;
import ikat.studio.live.Scene.Mix;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.OpenModels;
import ikat.studio.web.Problem;
import ikat.texture.GlobalVector;
import java.util.List;
import java.util.Optional;

/**
 * A scene whose model is open and whose textures are known.
 *
 * @param textures one a weight; none for a model with one texture only
 */
record StagedScene(Scene scene, OpenModel model, List<GlobalVector> textures) {

    /**
     * Opens what a scene needs.
     *
     * @param before the scene that was shown before, whose model and textures are used again
     * @throws Problem 400 or 404 if there is no such model, or no such texture in it
     */
    static StagedScene of(Scene scene, OpenModels models, Optional<StagedScene> before) {
        Optional<StagedScene> same =
                before.filter(staged -> staged.scene.model().equals(scene.model()));
        OpenModel model = same.map(StagedScene::model).orElseGet(() -> models.get(scene.model()));
        List<String> wanted = scene.mix().textures();
        if (model.hasSeveral() && wanted.isEmpty()) {
            throw Problem.badRequest("textures is empty, but must have from 1 to " + Mix.MOST);
        }
        if (same.isPresent() && same.get().scene.mix().textures().equals(wanted)) {
            return new StagedScene(scene, model, same.get().textures);
        }
        return new StagedScene(scene, model, wanted.stream().map(model.textures()::parse).toList());
    }

    /** The walk through all textures; only where there are some. */
    Walk walk() {
        return Walk.through(textures);
    }

    boolean moves() {
        return scene.movement().moves(textures.size());
    }
}
