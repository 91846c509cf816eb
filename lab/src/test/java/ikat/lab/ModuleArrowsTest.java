package ikat.lab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The arrows between the modules: each uses those before it, and none points back. Only one module
 * knows each of libtorch, the terminal and HTTP.
 */
class ModuleArrowsTest {

    private static final String TORCH = "ikat.torch..";
    private static final String ONNX = "ikat.onnx..";
    private static final String SERVICE = "ikat.service..";
    private static final String STUDIO = "ikat.studio..";
    private static final String CLI = "ikat.cli..";
    private static final String LAB = "ikat.lab..";

    private static final String[] CORE = {
        "ikat.analysis..",
        "ikat.export..",
        "ikat.film..",
        "ikat.graph..",
        "ikat.image..",
        "ikat.io..",
        "ikat.material..",
        "ikat.quilt..",
        "ikat.fill..",
        "ikat.model..",
        "ikat.noise..",
        "ikat.render..",
        "ikat.score..",
        "ikat.signal..",
        "ikat.text..",
        "ikat.texture..",
        "ikat.train..",
        "ikat.weave..",
        "ikat.zoom.."
    };

    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("ikat");

    @Test
    void eachModuleUsesOnlyThoseBelowIt() {
        Map<String, String[]> modules = new LinkedHashMap<>();
        modules.put("core", CORE);
        modules.put("torch", new String[] {TORCH});
        modules.put("onnx", new String[] {ONNX});
        modules.put("service", new String[] {SERVICE});
        modules.put("studio", new String[] {STUDIO});
        modules.put("cli", new String[] {CLI});
        modules.put("lab", new String[] {LAB});
        List<String> allowed = new ArrayList<>();
        modules.forEach(
                (name, packages) -> {
                    allowed.addAll(Arrays.asList(packages));
                    assertThat(ALL.stream().filter(resideInAnyPackage(packages)))
                            .as(name)
                            .isNotEmpty();
                    noClasses()
                            .that()
                            .resideInAnyPackage(packages)
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage("ikat..")
                                            .and(
                                                    resideOutsideOfPackages(
                                                            allowed.toArray(String[]::new))))
                            .as(name + " uses only modules below it")
                            .check(ALL);
                });
        assertThat(
                        ALL.stream()
                                .filter(resideInAnyPackage("ikat.."))
                                .filter(resideOutsideOfPackages(allowed.toArray(String[]::new))))
                .as("every class lies in a module")
                .isEmpty();
    }

    @Test
    void serviceKnowsNeitherTerminalNorHttp() {
        noClasses()
                .that()
                .resideInAPackage(SERVICE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "picocli..", "io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.Console")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
    }

    @Test
    void onlyTorchAndTheLabKnowLibtorch() {
        noClasses()
                .that()
                .resideOutsideOfPackages(TORCH, LAB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco.pytorch..")
                .check(ALL);
    }

    @Test
    void onlyItsModuleKnowsOnnxRuntime() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ONNX)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(ALL);
    }

    @Test
    void onnxAndTorchDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ONNX)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(TORCH)
                .check(ALL);
    }

    @Test
    void onlyFilesOfFilmsKnowFfmpeg() {
        noClasses()
                .that()
                .resideOutsideOfPackages(TORCH, LAB, "ikat.service.film..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(ALL);
    }

    @Test
    void onlyTheCommandLineAndTheLabKnowPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackages(CLI, LAB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(ALL);
    }

    @Test
    void onlyTheStudioAndTheLabKnowHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages(STUDIO, LAB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(ALL);
    }
}
