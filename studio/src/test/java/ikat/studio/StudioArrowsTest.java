package ikat.studio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the studio's packages. */
class StudioArrowsTest {

    private static final JavaClasses STUDIO =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("ikat.studio");

    @Test
    void packagesFormNoCycle() {
        assertThat(STUDIO).hasSizeGreaterThan(20);
        slices().matching("ikat.studio.(*)..").should().beFreeOfCycles().check(STUDIO);
    }

    @Test
    void nothingButTheStudioItselfUsesItsTop() {
        noClasses()
                .that()
                .resideInAPackage("ikat.studio.(*)..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ikat.studio")
                .check(STUDIO);
    }

    @Test
    void theWebKnowsNoOtherPart() {
        noClasses()
                .that()
                .resideInAPackage("ikat.studio.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ikat.studio.queue..",
                        "ikat.studio.serve..",
                        "ikat.studio.live..",
                        "ikat.studio.jobs..")
                .check(STUDIO);
    }

    @Test
    void onlyTheDisconnectWatchKnowsJettysConnections() {
        noClasses()
                .that()
                .doNotHaveSimpleName("DisconnectWatch")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.eclipse\\.jetty\\.io\\..*(EndPoint|Connection)")
                .check(STUDIO);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..internal..")
                .check(STUDIO);
    }
}
