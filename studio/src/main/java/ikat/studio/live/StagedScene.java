package ikat.studio.live;

import ikat.film.Walk;
import ikat.studio.live.Scene.Mix;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.OpenModels;
import ikat.studio.web.Problem;
import ikat.texture.GlobalVector;
import java.util.List;
import java.util.Optional;

/** A scene whose model is open, with a texture for each weight; none if the model has one only. */
record StagedScene(Scene scene, OpenModel model, List<GlobalVector> textures) {

    /**
     * Opens the model and the textures of a scene.
     *
     * @param before the former scene, whose model and textures are reused
     * @throws Problem 404 if there is no such model, 400 if the model has no such texture
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

    /** The walk through all textures, of which there must be some. */
    Walk walk() {
        return Walk.through(textures);
    }

    boolean moves() {
        return scene.movement().moves(textures.size());
    }
}
