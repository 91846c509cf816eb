package ikat.lab.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.Pictures;
import ikat.studio.DescribedAnswers;
import ikat.studio.RunningStudio;
import ikat.studio.RunningStudio.Answer;
import ikat.studio.web.Access;
import ikat.studio.web.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers about comparisons, against the description of the interface. */
class ComparisonAsDescribedTest {

    @TempDir private Path folder;

    @Test
    void aComparison() throws Exception {
        try (RunningStudio studio =
                RunningStudio.with(
                        folder,
                        Access.OPEN,
                        Limits.USUAL,
                        2,
                        List.of(new ComparisonRoutes.Provider(vgg -> List.of())))) {
            checkAll(studio, new DescribedAnswers(studio.get("/api/openapi.json").json()));
        }
    }

    private void checkAll(RunningStudio studio, DescribedAnswers described) throws Exception {
        byte[] picture = Files.readAllBytes(Pictures.stripes(folder.resolve("picture.png")));
        Answer made = studio.upload("/api/comparisons", picture, "picture");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        described.check("post", "/api/comparisons", made);
        String path = "/api/comparisons/{id}";
        String address = "/api/comparisons/" + made.json().get("id").asString();
        RunningStudio.await(
                () -> studio.get(address).text().contains("\"state\":\"done\",\"asked"));
        described.check("get", path, studio.get(address));
        described.check("get", "/api/comparisons", studio.get("/api/comparisons"));
        described.check("get", path + "/picture.jpg", studio.get(address + "/picture.jpg"));
        described.check("get", path + "/report", studio.get(address + "/report"));
        described.check("post", path + "/stop", studio.post(address + "/stop", ""));
        described.check("delete", path, studio.send(address, request -> request.DELETE()));
    }
}
