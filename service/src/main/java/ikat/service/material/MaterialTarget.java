package ikat.service.material;

import ikat.image.PixelSource;
import ikat.material.NormalMap;
import ikat.model.MapKind;
import ikat.service.material.PackedPlane.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A program that takes materials: how it names the files, packs the channels, and where green of
 * its normals points.
 */
public enum MaterialTarget {
    BLENDER(false, false),
    UNITY(false, true),
    UNREAL(true, true),
    GODOT(false, true),
    GLTF(false, false),
    MATERIALX(false, false);

    private static final double USUAL_ROUGHNESS = 0.5;

    private final boolean greenDown;
    private final boolean powersOfTwo;

    MaterialTarget(boolean greenDown, boolean powersOfTwo) {
        this.greenDown = greenDown;
        this.powersOfTwo = powersOfTwo;
    }

    /** The name in options. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether sides should be powers of two, for mipmaps and compression. */
    public boolean powersOfTwo() {
        return powersOfTwo;
    }

    /**
     * A picture of a material.
     *
     * @param name of the file
     * @param plane its pixels
     * @param colours whether it shows colours in sRGB, and not data
     * @param what it shows, in words
     * @param role by which documents refer to it
     */
    record Picture(String name, PixelSource plane, boolean colours, String what, Role role) {

        /** Whether another picture of the material has the same pixels. */
        boolean showsTheSame(Picture other) {
            return what.equals(other.what);
        }
    }

    /** What a picture is for. */
    enum Role {
        COLOUR,
        NORMAL,
        HEIGHT,
        ROUGHNESS,
        METALLIC,
        OCCLUSION,
        OPACITY,
        PACKED
    }

    /** The pictures that the program takes. */
    List<Picture> pictures(MaterialPlanes material, String name) {
        Pictures pictures = new Pictures(material);
        switch (this) {
            case UNITY -> {
                pictures.colours(name + "_BaseMap.png", true);
                pictures.normals(name + "_Normal.png", greenDown);
                pictures.mask(name + "_MaskMap.png");
                pictures.single(MapKind.HEIGHT, name + "_Height.png");
            }
            case UNREAL -> {
                pictures.colours("T_" + name + "_BC.png", false);
                pictures.normals("T_" + name + "_N.png", greenDown);
                pictures.orm("T_" + name + "_ORM.png");
                pictures.single(MapKind.HEIGHT, "T_" + name + "_H.png");
                pictures.single(MapKind.OPACITY, "T_" + name + "_O.png");
            }
            case GODOT -> {
                pictures.colours(name + "_albedo.png", true);
                pictures.normals(name + "_normal.png", greenDown);
                pictures.orm(name + "_orm.png");
                pictures.single(MapKind.HEIGHT, name + "_height.png");
            }
            case GLTF -> pictures.ofGltf(name);
            case BLENDER, MATERIALX -> {
                pictures.colours(name + "_color.png", false);
                pictures.normals(name + "_normal.png", greenDown);
                for (MapKind kind : MapKind.values()) {
                    if (kind != MapKind.NORMAL) {
                        pictures.single(kind, name + "_" + kind.word() + ".png");
                    }
                }
            }
        }
        return pictures.all;
    }

    /** The pictures of a glTF file. */
    static List<Picture> ofGltf(MaterialPlanes material, String name) {
        Pictures pictures = new Pictures(material);
        pictures.ofGltf(name);
        return pictures.all;
    }

    /** Collects pictures; what the material does not have is left out. */
    private static final class Pictures {

        private final MaterialPlanes material;
        private final Map<MapKind, PixelSource> maps;
        private final List<Picture> all = new ArrayList<>();

        Pictures(MaterialPlanes material) {
            this.material = material;
            this.maps = material.maps();
        }

        void ofGltf(String name) {
            colours(name + "_baseColor.png", true);
            normals(name + "_normal.png", false);
            orm(name + "_occlusionRoughnessMetallic.png");
        }

        /** The colours, with opacity as alpha if both is wished. */
        void colours(String name, boolean withAlpha) {
            PixelSource opacity = maps.get(MapKind.OPACITY);
            PixelSource plane = material.colours();
            String what = "colours";
            if (withAlpha && opacity != null) {
                List<Layer> layers = new ArrayList<>();
                for (int c = 0; c < 3; c++) {
                    layers.add(new Layer(plane, plane.channels() == 1 ? 0 : c, false));
                }
                layers.add(new Layer(opacity, 0, false));
                plane = new PackedPlane(layers);
                what = "colours; opacity in alpha";
            }
            all.add(new Picture(name, plane, true, what, Role.COLOUR));
        }

        void normals(String name, boolean down) {
            PixelSource plane = maps.get(MapKind.NORMAL);
            if (plane != null) {
                all.add(
                        new Picture(
                                name,
                                material.greenDown() == down ? plane : NormalMap.turned(plane),
                                false,
                                down
                                        ? "normals, green down (DirectX)"
                                        : "normals, green up (OpenGL)",
                                Role.NORMAL));
            }
        }

        void single(MapKind kind, String name) {
            PixelSource plane = maps.get(kind);
            if (plane != null) {
                all.add(new Picture(name, plane, false, kind.word(), Role.valueOf(kind.name())));
            }
        }

        private Layer layer(MapKind kind, boolean inverted, double missing) {
            PixelSource plane = maps.get(kind);
            return plane == null ? Layer.constant(missing) : new Layer(plane, 0, inverted);
        }

        private boolean hasSurface() {
            return maps.containsKey(MapKind.OCCLUSION)
                    || maps.containsKey(MapKind.ROUGHNESS)
                    || maps.containsKey(MapKind.METALLIC);
        }

        void orm(String name) {
            if (hasSurface()) {
                List<Layer> layers =
                        List.of(
                                layer(MapKind.OCCLUSION, false, 1),
                                layer(MapKind.ROUGHNESS, false, USUAL_ROUGHNESS),
                                layer(MapKind.METALLIC, false, 0));
                all.add(
                        new Picture(
                                name,
                                new PackedPlane(layers),
                                false,
                                "occlusion, roughness, metallic in red, green, blue",
                                Role.PACKED));
            }
        }

        void mask(String name) {
            if (hasSurface()) {
                List<Layer> layers =
                        List.of(
                                layer(MapKind.METALLIC, false, 0),
                                layer(MapKind.OCCLUSION, false, 1),
                                Layer.constant(0),
                                layer(MapKind.ROUGHNESS, true, 1 - USUAL_ROUGHNESS));
                all.add(
                        new Picture(
                                name,
                                new PackedPlane(layers),
                                false,
                                "metallic, occlusion, detail mask, smoothness in red, green,"
                                        + " blue, alpha",
                                Role.PACKED));
            }
        }
    }
}
