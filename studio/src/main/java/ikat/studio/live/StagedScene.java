package ikat.studio.live;

import ikat.film.Walk;
import ikat.noise.Boundary;
import ikat.render.WrapCertificate.Axes;
import ikat.service.Refusal;
import ikat.service.render.WrapSize;
import ikat.studio.live.Scene.Edges;
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
     * @throws Problem 404 if there is no such model, 400 if the model has no such texture or the
     *     picture cannot join its copies
     */
    static StagedScene of(Scene scene, OpenModels models, Optional<StagedScene> before) {
        Optional<StagedScene> same =
                before.filter(staged -> staged.scene.model().equals(scene.model()));
        OpenModel model = same.map(StagedScene::model).orElseGet(() -> models.get(scene.model()));
        List<String> wanted = scene.mix().textures();
        boundary(scene, model); // what does not repeat is refused at once
        if (model.hasSeveral() && wanted.isEmpty()) {
            throw Problem.badRequest("textures is empty, but must have from 1 to " + Mix.MOST);
        }
        if (same.isPresent() && same.get().scene.mix().textures().equals(wanted)) {
            return new StagedScene(scene, model, same.get().textures);
        }
        return new StagedScene(scene, model, wanted.stream().map(model.textures()::parse).toList());
    }

    /** How the noise ends at the edges of the picture. */
    Boundary boundary() {
        return boundary(scene, model);
    }

    private static Boundary boundary(Scene scene, OpenModel model) {
        if (scene.edges() == Edges.OPEN) {
            return Boundary.ENDLESS;
        }
        if (scene.steer().on()) {
            throw Problem.badRequest(
                    "edges is joined, but what a camera steers does not repeat; it must be open");
        }
        try {
            return WrapSize.boundary(
                    "the picture is",
                    Axes.XY,
                    scene.area().width(),
                    scene.area().height(),
                    model.model().spec());
        } catch (Refusal refusal) {
            throw Problem.badRequest(String.valueOf(refusal.getMessage()));
        }
    }

    /** The walk through all textures, of which there must be some. */
    Walk walk() {
        return Walk.through(textures);
    }

    boolean moves() {
        return scene.movement().moves(textures.size());
    }
}
