package ikat.service.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blender, where it is installed with numpy, opens what is written for it. */
@Tag("slow")
class BlenderTest {

    private static final int NO_NUMPY = 77;

    private static final String LOOK =
            """
            import os, sys
            try:
                import numpy
            except ImportError:
                os._exit(%d)
            import bpy

            bpy.ops.wm.read_factory_settings(use_empty=True)
            bpy.ops.import_scene.gltf(filepath=sys.argv[-1])
            for thing in bpy.data.objects:
                mesh = thing.data
                outside = all(p.normal.dot(mesh.vertices[p.vertices[0]].normal) > 0
                              for p in mesh.polygons)
                print("mesh", thing.name, [m.name for m in mesh.materials],
                      len(mesh.uv_layers), outside)

            def source(socket):
                link = socket.links[0]
                node = link.from_node
                if node.type == "TEX_IMAGE":
                    image = node.image
                    return "%%s %%dx%%d %%d bits, %%s, %%s" %% (
                        image.name, *image.size, image.depth,
                        image.colorspace_settings.name, node.extension)
                return link.from_socket.name + " of " + source(node.inputs["Color"])

            for material in bpy.data.materials:
                print("material", material.name, material.blend_method)
                for node in material.node_tree.nodes:
                    if node.type in ("BSDF_PRINCIPLED", "GROUP"):
                        for socket in node.inputs:
                            if socket.is_linked:
                                print("input", socket.name, "is", source(socket))
            """
                    .formatted(NO_NUMPY);

    @TempDir private Path folder;

    @Test
    void blenderFindsEachPictureWhereItBelongs() throws Exception {
        Path zip = folder.resolve("rock.zip");
        new MaterialKit(
                        MaterialTarget.BLENDER,
                        MaterialKitTest.whole(),
                        MaterialKitTest.REGION,
                        "rock",
                        2)
                .write(zip);
        Path glb = Files.write(folder.resolve("rock.glb"), MaterialKitTest.entry(zip, "rock.glb"));

        List<String> said = look(glb);

        assertThat(said).noneMatch(line -> line.matches("(?i).*(error|warning|traceback).*"));
        assertThat(said.stream().filter(line -> line.matches("(mesh|material|input) .*")))
                .containsExactlyInAnyOrder(
                        "mesh plane ['rock'] 1 True",
                        "mesh sphere ['rock'] 1 True",
                        "material rock BLEND",
                        "input Base Color is rock-gltf_baseColor 64x32 32 bits, sRGB, REPEAT",
                        "input Alpha is rock-gltf_baseColor 64x32 32 bits, sRGB, REPEAT",
                        "input Normal is Normal of rock_normal 64x32 24 bits, Non-Color, REPEAT",
                        "input Roughness is Green of rock-gltf_occlusionRoughnessMetallic 64x32"
                                + " 24 bits, Non-Color, REPEAT",
                        "input Metallic is Blue of rock-gltf_occlusionRoughnessMetallic 64x32"
                                + " 24 bits, Non-Color, REPEAT",
                        "input Occlusion is Red of rock-gltf_occlusionRoughnessMetallic 64x32"
                                + " 24 bits, Non-Color, REPEAT");
    }

    /** What Blender prints while it opens a file. */
    private List<String> look(Path glb) throws IOException, InterruptedException {
        assumeThat(
                        Stream.of(System.getenv("PATH").split(":"))
                                .anyMatch(bin -> Files.isExecutable(Path.of(bin, "blender"))))
                .as("Blender is installed")
                .isTrue();
        Path script = Files.writeString(folder.resolve("look.py"), LOOK);
        Path output = folder.resolve("output.txt");
        Process blender =
                new ProcessBuilder(
                                "blender",
                                "--background",
                                "--factory-startup",
                                "--python-use-system-env",
                                "--python-exit-code",
                                "3",
                                "--python",
                                script.toString(),
                                "--",
                                glb.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertThat(blender.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            blender.destroyForcibly();
        }
        assumeThat(blender.exitValue()).as("numpy is installed").isNotEqualTo(NO_NUMPY);
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(blender.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
