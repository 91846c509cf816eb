package ikat.torch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows inside this module: training and rendering use what they share, never each other. */
class TorchArrowsTest {

    private static final JavaClasses TORCH =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("ikat.torch");

    @Test
    void whatIsSharedUsesNeitherTrainingNorRendering() {
        assertThat(TORCH.containPackage("ikat.torch.train")).isTrue();
        noClasses()
                .that()
                .resideInAPackage("ikat.torch")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ikat.torch.train..", "ikat.torch.render..")
                .check(TORCH);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("ikat.torch.(*)..").should().beFreeOfCycles().check(TORCH);
    }

    @Test
    void renderingKnowsNoTraining() {
        noClasses()
                .that()
                .resideInAPackage("ikat.torch.render..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ikat.torch.train..")
                .check(TORCH);
    }
}
