package ikat.studio.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.render.Engines;
import ikat.service.NamedModels;
import ikat.studio.RunningStudio;
import ikat.studio.web.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was seen before is found again without looking at all files, and never out of date. */
class ModelShelfTest {

    @TempDir private Path own;
    @TempDir private Path gallery;

    private Path file(String name) {
        return own.resolve(name + ".safetensors");
    }

    @Test
    void aNameStandsForTheFileThatIsThereNow() throws Exception {
        ModelShelf shelf = new ModelShelf(own, Optional.of(gallery));
        NamedModels.named(gallery.resolve("cloth.safetensors"));
        ShelvedModel first = shelf.get("cloth");
        assertThat(first.own()).isFalse();
        assertThat(shelf.get("cloth")).isEqualTo(first);
        assertThat(shelf.get(first.id())).isEqualTo(first);

        NamedModels.single(file("cloth"));
        ShelvedModel shadow = shelf.get("cloth");
        assertThat(shadow.own()).isTrue();
        assertThat(shadow.version()).isNotEqualTo(first.version());
        assertThatThrownBy(() -> shelf.get(first.id())).isInstanceOf(Problem.class);

        NamedModels.foldered(file("cloth"));
        assertThat(shelf.get("cloth").version()).isNotEqualTo(shadow.version());
        Files.delete(file("cloth"));
        assertThat(shelf.get("cloth")).isEqualTo(first);
        Files.delete(first.file());
        assertThatThrownBy(() -> shelf.get("cloth")).isInstanceOf(Problem.class);
    }

    @Test
    void listsOpenNoModelAndLeaveOutWhatCannotBeRead() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        OpenModels models =
                new OpenModels(
                        new ModelShelf(own, Optional.empty()),
                        model -> {
                            opened.incrementAndGet();
                            throw new IllegalStateException("opened");
                        },
                        () -> false);
        for (int i = 0; i < 20; i++) {
            NamedModels.named(file("cloth" + i));
        }
        Files.writeString(file("broken"), "no model");
        assertThat(models.summaries())
                .hasSize(20)
                .allSatisfy(summary -> assertThat(summary.spec().textures()).hasSize(3));
        assertThat(models.summaries().get(3)).isSameAs(models.summaries().get(3));
        assertThat(opened).hasValue(0);
    }

    @Test
    void levelsArePreparedOnceNobodyWaits() throws Exception {
        NamedModels.single(file("cloth"));
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();
        AtomicBoolean busy = new AtomicBoolean(true);
        OpenModels models =
                new OpenModels(
                        new ModelShelf(own, Optional.empty()),
                        model -> {
                            opened.incrementAndGet();
                            return Engines.named("java", model, 1);
                        },
                        () -> {
                            looks.incrementAndGet();
                            return busy.get();
                        });
        models.prepare(models.get("cloth"));
        RunningStudio.await(() -> looks.get() > 2);
        assertThat(opened).hasValue(1); // at full size
        busy.set(false);
        RunningStudio.await(() -> opened.get() > 1);
    }
}
