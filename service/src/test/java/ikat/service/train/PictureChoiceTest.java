package ikat.service.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Exemplars;
import ikat.material.MapRole;
import ikat.material.MapStack;
import ikat.model.MapKind;
import ikat.service.Pictures;
import ikat.service.Refusal;
import ikat.train.Answer;
import ikat.train.Intake;
import ikat.train.PlanSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureChoiceTest {

    @TempDir Path folder;

    private static Intake crop(Integer... crop) {
        return new Intake(null, List.of(crop), List.of(), 0, null, 0, 0, Answer.NO);
    }

    private static TrainingPictures read(List<Path> files, Map<Path, PictureChoice> each)
            throws IOException {
        return PictureScan.read(
                files,
                List.of(),
                new MapChoice(List.of(), true, null, each),
                crop(0, 0, 64, 64),
                ScanListener.NONE);
    }

    private static Intake turned() {
        return Intake.of(PlanSettings.NONE.with(Intake.TURN, 5.0));
    }

    @Test
    void onePictureIsPreparedApartFromTheOthers() throws IOException {
        Path first = Pictures.stripes(folder.resolve("a.png"));
        Path second = Pictures.stripes(folder.resolve("b.png"));
        PictureChoice own = new PictureChoice(crop(0, 0, 80, 72), null, List.of());
        Exemplars exemplars = read(List.of(first, second), Map.of(second, own)).exemplars();
        assertThat(exemplars.get(0).width()).isEqualTo(64);
        assertThat(exemplars.get(1).width()).isEqualTo(80);
        assertThat(exemplars.facts(1).height()).isEqualTo(72);
    }

    @Test
    void mapsThatAreSaidReplaceThoseThatLieBeside() throws IOException {
        Path picture = Pictures.stripes(folder.resolve("a.png"));
        Path beside = Files.copy(picture, folder.resolve("a_height.png"));
        Path other = Files.copy(picture, folder.resolve("other.png"));
        List<MapStack.Source> maps = List.of(new MapStack.Source(other, MapRole.ROUGHNESS));
        PictureChoice own = new PictureChoice(Intake.NONE, null, maps);
        assertThat(read(List.of(picture), Map.of(picture, own)).materials(note -> {}).kinds())
                .containsExactly(MapKind.ROUGHNESS);
        assertThat(beside).exists();
        PictureChoice moved = new PictureChoice(turned(), null, maps);
        TrainingPictures askew = read(List.of(picture), Map.of(picture, moved));
        assertThatThrownBy(() -> askew.materials(note -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("maps lie on the picture as it is");
    }
}
