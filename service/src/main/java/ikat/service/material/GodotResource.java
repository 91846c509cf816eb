package ikat.service.material;

import ikat.service.material.MaterialTarget.Picture;
import ikat.service.material.MaterialTarget.Role;
import java.util.List;

/** A material as a text resource of Godot 4: an ORMMaterial3D. */
final class GodotResource {

    private GodotResource() {}

    static String of(List<Picture> pictures) {
        StringBuilder resources = new StringBuilder();
        StringBuilder properties = new StringBuilder("\n[resource]\n");
        int id = 0;
        for (Picture picture : pictures) {
            id++;
            resources.append(
                    "[ext_resource type=\"Texture2D\" path=\"%s\" id=\"%d\"]\n"
                            .formatted(picture.name(), id));
            properties.append(properties(picture.role()).formatted("ExtResource(\"" + id + "\")"));
        }
        return "[gd_resource type=\"ORMMaterial3D\" load_steps=%d format=3]\n\n"
                        .formatted(pictures.size() + 1)
                + resources
                + properties;
    }

    private static String properties(Role role) {
        return switch (role) {
            case COLOUR -> "albedo_texture = %s\n";
            case NORMAL -> "normal_enabled = true\nnormal_texture = %s\n";
            case PACKED -> "orm_texture = %s\n";
            case HEIGHT -> "heightmap_enabled = true\nheightmap_texture = %s\n";
            case ROUGHNESS, METALLIC, OCCLUSION, OPACITY ->
                    throw new IllegalArgumentException(role + " is packed for Godot");
        };
    }
}
