package ikat.torch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The arrow inside this module: methods use the trainer and the engine, which know of no method.
 */
class TorchArrowsTest {

    private static final JavaClasses TORCH =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("ikat.torch");

    @Test
    void trainerAndEngineKnowOfNoMethod() {
        assertThat(TORCH.containPackage("ikat.torch.method")).isTrue();
        noClasses()
                .that()
                .resideInAPackage("ikat.torch")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ikat.torch.method..")
                .check(TORCH);
    }
}
