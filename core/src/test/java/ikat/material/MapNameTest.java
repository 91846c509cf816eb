package ikat.material;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapNameTest {

    @ParameterizedTest
    @CsvSource({
        "rock_color.jpg, rock, COLOUR",
        "rock_normal.png, rock, NORMAL",
        "rock_nrm.tga, rock, NORMAL",
        "rock_ao.png, rock, OCCLUSION",
        "rock_Occlusion.png, rock, OCCLUSION",
        "rock-metallic.png, rock, METALLIC",
        "rock basecolor.png, rock, COLOUR",
        "rock_base_color.png, rock, COLOUR",
        "rock.alpha.png, rock, OPACITY",
        "rock_orm.png, rock, ORM",
        "rock_glossiness.png, rock, GLOSS",
        // Poly Haven
        "rock_wall_08_diff_2k.jpg, rock_wall_08, COLOUR",
        "rock_wall_08_nor_gl_2k.png, rock_wall_08, NORMAL_GL",
        "rock_wall_08_nor_dx_2k.png, rock_wall_08, NORMAL_DX",
        "rock_wall_08_disp_2k.png, rock_wall_08, HEIGHT",
        "rock_wall_08_rough_2k.jpg, rock_wall_08, ROUGHNESS",
        "rock_wall_08_arm_2k.jpg, rock_wall_08, ORM",
        // ambientCG
        "Rock030_1K-JPG_Color.jpg, Rock030_JPG, COLOUR",
        "Rock030_1K-JPG_NormalDX.jpg, Rock030_JPG, NORMAL_DX",
        "Rock030_1K-JPG_NormalGL.jpg, Rock030_JPG, NORMAL_GL",
        "Rock030_1K-JPG_AmbientOcclusion.jpg, Rock030_JPG, OCCLUSION",
        "Rock030_1K-JPG_Displacement.jpg, Rock030_JPG, HEIGHT",
        "Metal030_2K_Metalness.png, Metal030, METALLIC",
        "WoodFloor043_1K_MetalRoughness.jpg, WoodFloor043, METALLIC_ROUGHNESS",
        // Quixel
        "tkxncdobb_2K_Albedo.jpg, tkxncdobb, COLOUR",
        "tkxncdobb_2K_Normal_LOD0.jpg, tkxncdobb, NORMAL",
        "tkxncdobb_4K_Roughness.jpg, tkxncdobb, ROUGHNESS",
        // alone in a folder
        "normal.png, '', NORMAL"
    })
    void namesTellWhatFilesHold(String name, String material, MapRole role) {
        assertThat(MapName.of(name)).contains(new MapName(material, role));
        assertThat(MapName.materialOf(name)).isEqualTo(material);
    }

    @ParameterizedTest
    @CsvSource({
        "rock.png, rock",
        "brick-wall_2K.png, brick_wall",
        "IMG 1234.JPG, IMG_1234",
        "ao-dai.png, ao_dai"
    })
    void otherNamesTellNothing(String name, String material) {
        assertThat(MapName.of(name)).isEmpty();
        assertThat(MapName.materialOf(name)).isEqualTo(material);
    }

    @Test
    void rolesHaveNames() {
        assertThat(MapRole.named("Normal-DX")).contains(MapRole.NORMAL_DX);
        assertThat(MapRole.named("colours")).isEmpty();
        assertThat(MapRole.words()).startsWith("normal, normal-gl, normal-dx, height");
        for (MapRole role : MapRole.values()) {
            assertThat(role == MapRole.COLOUR || !role.layers().isEmpty()).isTrue();
        }
    }
}
