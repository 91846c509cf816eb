package ikat;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of core; docs/architecture.md draws them. */
class PackageArrowsTest {

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("ikat");

    @Test
    void packagesUseOnlyThoseTheyMay() {
        assertThat(CORE).hasSizeGreaterThan(20);
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("model")
                .definedBy("ikat.model..")
                .layer("image")
                .definedBy("ikat.image..")
                .layer("noise")
                .definedBy("ikat.noise..")
                .layer("analysis")
                .definedBy("ikat.analysis..")
                .layer("render")
                .definedBy("ikat.render..")
                .layer("zoom")
                .definedBy("ikat.zoom..")
                .layer("film")
                .definedBy("ikat.film..")
                .layer("export")
                .definedBy("ikat.export..")
                .layer("signal")
                .definedBy("ikat.signal..")
                .layer("text")
                .definedBy("ikat.text..")
                .layer("io")
                .definedBy("ikat.io..")
                .layer("texture")
                .definedBy("ikat.texture..")
                .layer("score")
                .definedBy("ikat.score..")
                .layer("train")
                .definedBy("ikat.train..")
                .layer("weave")
                .definedBy("ikat.weave..")
                .layer("material")
                .definedBy("ikat.material..")
                .layer("fill")
                .definedBy("ikat.fill..")
                .layer("quilt")
                .definedBy("ikat.quilt..")
                .layer("graph")
                .definedBy("ikat.graph..")
                .whereLayer("graph")
                .mayOnlyAccessLayers("io", "texture", "model", "noise", "render")
                .whereLayer("quilt")
                .mayOnlyAccessLayers("text", "image", "texture")
                .whereLayer("fill")
                .mayOnlyAccessLayers("text", "io", "image")
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .whereLayer("io")
                .mayOnlyAccessLayers("text")
                .whereLayer("model")
                .mayOnlyAccessLayers("text", "io", "image")
                .whereLayer("image")
                .mayOnlyAccessLayers("text", "io")
                .whereLayer("export")
                .mayOnlyAccessLayers("text", "io", "model", "image")
                .whereLayer("noise")
                .mayOnlyAccessLayers("text", "io", "texture", "model", "image")
                .whereLayer("signal")
                .mayOnlyAccessLayers("text", "io", "image")
                .whereLayer("texture")
                .mayOnlyAccessLayers("text", "io", "model", "image")
                .whereLayer("analysis")
                .mayOnlyAccessLayers("text", "io", "texture", "model", "image", "noise", "signal")
                .whereLayer("render")
                .mayOnlyAccessLayers("text", "io", "texture", "model", "image", "noise")
                .whereLayer("zoom")
                .mayOnlyAccessLayers(
                        "text", "io", "texture", "model", "image", "noise", "render", "signal",
                        "weave")
                .whereLayer("weave")
                .mayOnlyAccessLayers("text", "io", "texture", "model", "image", "noise", "signal")
                .whereLayer("material")
                .mayOnlyAccessLayers("text", "io", "model", "image", "signal")
                .whereLayer("film")
                .mayOnlyAccessLayers("text", "io", "texture", "model", "image", "noise", "render")
                .whereLayer("score")
                .mayOnlyAccessLayers("text", "io", "image", "signal", "analysis")
                .whereLayer("train")
                .mayOnlyAccessLayers(
                        "text",
                        "io",
                        "texture",
                        "model",
                        "image",
                        "noise",
                        "signal",
                        "analysis",
                        "fill")
                .check(CORE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("ikat.(*)..").should().beFreeOfCycles().check(CORE);
    }
}
