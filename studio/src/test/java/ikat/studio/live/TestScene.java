package ikat.studio.live;

import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import ikat.studio.serve.ModelShelf;
import ikat.studio.serve.OpenModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Scenes of the model with the textures bark, moss and palace, for tests. */
final class TestScene {

    private final OpenModels models;

    TestScene(Path folder) throws IOException {
        NamedModels.named(folder.resolve("named.safetensors"));
        FakeWorkshop workshop = new FakeWorkshop();
        models =
                new OpenModels(
                        new ModelShelf(folder, Optional.empty()),
                        model -> workshop.generator(model, 1),
                        () -> false);
    }

    /** A scene of the usual model, from the rest of its JSON. */
    StagedScene staged(String json) {
        return staged(read("{'model':'named','width':64,'height':64," + json + "}"));
    }

    /** A scene, with the model and the textures that it names. */
    StagedScene staged(Scene scene) {
        return StagedScene.of(scene, models, Optional.empty());
    }

    static Scene read(String json) {
        return Scene.read(Message.parse(json.replace('\'', '"')));
    }
}
