package ikat.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the modules: app uses torch, torch uses core, and none points back. */
class ModuleArrowsTest {

    private static final String[] CORE = {
        "ikat.model..",
        "ikat.noise..",
        "ikat.image..",
        "ikat.analysis..",
        "ikat.render..",
        "ikat.film..",
        "ikat.signal..",
        "ikat.score..",
        "ikat.method..",
        "ikat.export..",
        "ikat.zoom..",
        "ikat.train.."
    };
    private static final String TORCH = "ikat.torch..";

    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("ikat");

    @Test
    void coreUsesNeitherTorchNorApp() {
        assertThat(ALL.stream().filter(resideInAnyPackage(CORE))).isNotEmpty();
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("ikat..").and(resideOutsideOfPackages(CORE)))
                .check(ALL);
    }

    @Test
    void torchUsesOnlyCore() {
        noClasses()
                .that()
                .resideInAPackage(TORCH)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("ikat..")
                                .and(resideOutsideOfPackages(CORE))
                                .and(resideOutsideOfPackages(TORCH)))
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void onlyTorchKnowsLibtorch() {
        noClasses()
                .that()
                .resideOutsideOfPackage(TORCH)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco.pytorch..")
                .check(ALL);
    }

    @Test
    void onlyFilesOfFilmsKnowFfmpeg() {
        noClasses()
                .that()
                .resideOutsideOfPackages(TORCH, "ikat.app.film..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(ALL);
    }

    @Test
    void onlyAppKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ikat.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(ALL);
    }
}
