package ikat.studio.serve.iiif;

import ikat.model.NamedTexture;
import ikat.studio.serve.Identifier;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.Overviews;
import ikat.studio.serve.PlaneChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Planes as IIIF Presentation API 3.0 has them, which viewers such as Mirador open: a model is a
 * manifest, and each of its textures a canvas.
 *
 * @param base address that identifiers are put behind
 * @param cors whether pages of other sites may read
 */
record Manifest(String base, boolean cors) {

    static final String CONTEXT = "http://iiif.io/api/presentation/3/context.json";

    private static final int THUMBNAIL = 256;

    /** What clients see that know no image services: 4096 pixels would take half a minute. */
    private static final int WHOLE = 512;

    /** From afar all textures are plain, so that a part of one is shown. */
    private static final String THUMBNAIL_REGION = "0,0,512,512";

    /** The manifest of all planes of a model, as a collection names it. */
    Map<String, Object> reference(OpenModel model) {
        return head(Identifier.of(model.shelved().id()), model);
    }

    private Map<String, Object> head(Identifier identifier, OpenModel model) {
        Identifier first = planes(identifier, model).get(0);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", base + identifier.encoded() + "/manifest.json");
        head.put("type", "Manifest");
        head.put("label", name(label(identifier, model)));
        head.put("thumbnail", List.of(thumbnail(first)));
        return head;
    }

    private static String label(Identifier identifier, OpenModel model) {
        PlaneChoice choice = identifier.choice();
        String texture = choice.texture().map(text -> ", " + text).orElse("");
        String seed = choice.seed() == 0 ? "" : ", seed " + choice.seed();
        return model.shelved().name()
                + choice.map().map(map -> ", painted map " + map).orElse(texture + seed);
    }

    /**
     * The manifest of a plane, or of all planes of a model that has several textures.
     *
     * @param identifier as it was asked for
     */
    Map<String, Object> of(Identifier identifier, OpenModel model) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("@context", CONTEXT);
        manifest.putAll(head(identifier, model));
        manifest.put("summary", english(summary(identifier, model)));
        manifest.put("metadata", metadata(identifier, model));
        String licence = model.model().provenance().licenceNote();
        if (licence != null && !licence.isBlank()) {
            manifest.put("requiredStatement", pair("Licence", licence));
        }
        manifest.put(
                "items",
                planes(identifier.lasting(model.shelved()), model).stream()
                        .map(plane -> canvas(plane, model))
                        .toList());
        return manifest;
    }

    private static String summary(Identifier identifier, OpenModel model) {
        return "%s: the %2$d by %2$d pixels right of and below the origin of an endless texture."
                .formatted(label(identifier, model), Overviews.SIDE);
    }

    private static List<Map<String, Object>> metadata(Identifier identifier, OpenModel model) {
        List<Map<String, Object>> metadata = new ArrayList<>();
        metadata.add(pair("Model", model.shelved().id()));
        PlaneChoice choice = identifier.choice();
        choice.texture().ifPresent(texture -> metadata.add(pair("Texture", texture)));
        choice.map()
                .ifPresentOrElse(
                        map -> metadata.add(pair("Painted map", map)),
                        () -> metadata.add(pair("Seed", Long.toString(choice.seed()))));
        metadata.add(pair("Trained", model.model().provenance().created().toString()));
        return metadata;
    }

    /** The one that is meant, or where none of several textures is, one of each. */
    private static List<Identifier> planes(Identifier identifier, OpenModel model) {
        List<NamedTexture> textures = model.model().spec().textures();
        boolean chosen =
                identifier.choice().texture().isPresent() || identifier.choice().map().isPresent();
        if (chosen || textures.size() < 2) {
            return List.of(identifier);
        }
        return textures.stream().map(texture -> identifier.with(texture.name())).toList();
    }

    private Map<String, Object> canvas(Identifier identifier, OpenModel model) {
        String label = identifier.choice().texture().orElse(model.shelved().name());
        String service = base + identifier.encoded();
        Map<String, Object> painting = new LinkedHashMap<>();
        painting.put("id", service + "/canvas/painting");
        painting.put("type", "Annotation");
        painting.put("motivation", "painting");
        painting.put("body", image(identifier));
        painting.put("target", service + "/canvas");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("id", service + "/canvas/page");
        page.put("type", "AnnotationPage");
        page.put("items", List.of(painting));
        Map<String, Object> canvas = new LinkedHashMap<>();
        canvas.put("id", service + "/canvas");
        canvas.put("type", "Canvas");
        canvas.put("label", name(label));
        canvas.put("width", Overviews.SIDE);
        canvas.put("height", Overviews.SIDE);
        canvas.put("thumbnail", List.of(thumbnail(identifier)));
        canvas.put("items", List.of(page));
        return canvas;
    }

    private Map<String, Object> thumbnail(Identifier identifier) {
        String size = THUMBNAIL + "," + THUMBNAIL;
        return picture(identifier, THUMBNAIL_REGION + "/" + size, THUMBNAIL);
    }

    private Map<String, Object> image(Identifier identifier) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("id", base + identifier.encoded());
        service.put("type", "ImageService3");
        service.put("profile", ImageInformation.profile(cors));
        Map<String, Object> image = picture(identifier, "full/" + WHOLE + "," + WHOLE, WHOLE);
        image.put("service", List.of(service));
        return image;
    }

    private Map<String, Object> picture(Identifier identifier, String part, int side) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("id", base + identifier.encoded() + "/" + part + "/0/default.jpg");
        picture.put("type", "Image");
        picture.put("format", "image/jpeg");
        picture.put("width", side);
        picture.put("height", side);
        return picture;
    }

    private static Map<String, Object> pair(String label, String value) {
        return Map.of("label", english(label), "value", name(plain(value)));
    }

    /** Text that is not taken for HTML, as the standard recommends (4.5). */
    private static String plain(String text) {
        return text.startsWith("<") && text.endsWith(">") ? text + " " : text;
    }

    static Map<String, Object> english(String text) {
        return Map.of("en", List.of(text));
    }

    /** Words of no language. */
    private static Map<String, Object> name(String text) {
        return Map.of("none", List.of(text));
    }
}
