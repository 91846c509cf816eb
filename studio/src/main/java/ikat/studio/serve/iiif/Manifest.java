package ikat.studio.serve.iiif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.studio.serve.Identifier;
import ikat.studio.serve.ModelSummary;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.PlaneChoice;
import ikat.studio.serve.Planes;
import ikat.studio.serve.ShelvedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Planes as documents of the IIIF Presentation API 3.0, for viewers such as Mirador: a model is a
 * manifest, and each of its textures a canvas.
 *
 * @param base address that identifiers are appended to
 * @param cors whether pages of other sites may read
 */
record Manifest(String base, boolean cors) {

    static final String CONTEXT = "http://iiif.io/api/presentation/3/context.json";

    private static final int THUMBNAIL = 256;

    /** For viewers without image services, which load the whole: 4096 would take half a minute. */
    private static final int WHOLE = 512;

    /** From afar all textures look plain, so a thumbnail shows a part of one. */
    private static final String THUMBNAIL_REGION = "0,0,512,512";

    record Document(
            @JsonProperty("@context") String context,
            String id,
            String type,
            Map<String, List<String>> label,
            List<Image> thumbnail,
            Map<String, List<String>> summary,
            List<Pair> metadata,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pair requiredStatement,
            List<Canvas> items) {}

    record Collection(
            @JsonProperty("@context") String context,
            String id,
            String type,
            Map<String, List<String>> label,
            Map<String, List<String>> summary,
            List<Reference> items) {}

    record Reference(
            String id, String type, Map<String, List<String>> label, List<Image> thumbnail) {}

    record Pair(Map<String, List<String>> label, Map<String, List<String>> value) {}

    record Canvas(
            String id,
            String type,
            Map<String, List<String>> label,
            int width,
            int height,
            List<Image> thumbnail,
            List<Page> items) {}

    record Page(String id, String type, List<Painting> items) {}

    record Painting(String id, String type, String motivation, Image body, String target) {}

    record Image(
            String id,
            String type,
            String format,
            int width,
            int height,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Service> service) {}

    record Service(String id, String type, String profile) {}

    /** All models as one collection. */
    Collection collection(List<ModelSummary> models) {
        return new Collection(
                CONTEXT,
                base + "collection.json",
                "Collection",
                english("Textures of the studio"),
                english("Endless textures, and the models that make them."),
                models.stream()
                        .map(
                                model ->
                                        reference(
                                                Identifier.of(model.shelved().id()),
                                                model.shelved(),
                                                model.spec()))
                        .toList());
    }

    private Reference reference(Identifier identifier, ShelvedModel model, ModelSpec spec) {
        return new Reference(
                base + identifier.encoded() + "/manifest.json",
                "Manifest",
                name(label(identifier, model)),
                List.of(thumbnail(planes(identifier, spec).get(0))));
    }

    private static String label(Identifier identifier, ShelvedModel model) {
        PlaneChoice choice = identifier.choice();
        String texture = choice.texture().map(text -> ", " + text).orElse("");
        String seed = choice.seed() == 0 ? "" : ", seed " + choice.seed();
        return model.name()
                + choice.map().map(map -> ", painted map " + map).orElse(texture + seed);
    }

    /**
     * The manifest of a plane, or of all planes of a model with several textures.
     *
     * @param identifier as requested
     */
    Document of(Identifier identifier, OpenModel model) {
        Reference head = reference(identifier, model.shelved(), model.model().spec());
        String licence = model.model().provenance().licenceNote();
        return new Document(
                CONTEXT,
                head.id(),
                head.type(),
                head.label(),
                head.thumbnail(),
                english(summary(identifier, model)),
                metadata(identifier, model),
                licence == null || licence.isBlank() ? null : pair("Licence", licence),
                planes(identifier.lasting(model.shelved()), model.model().spec()).stream()
                        .map(plane -> canvas(plane, model))
                        .toList());
    }

    private static String summary(Identifier identifier, OpenModel model) {
        return "%s: the %2$d by %2$d pixels right of and below the origin of an endless texture."
                .formatted(label(identifier, model.shelved()), Planes.IMAGE_SIDE);
    }

    private static List<Pair> metadata(Identifier identifier, OpenModel model) {
        List<Pair> metadata = new ArrayList<>();
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

    /** The plane that is named, or one of each texture if none of several is. */
    private static List<Identifier> planes(Identifier identifier, ModelSpec spec) {
        List<NamedTexture> textures = spec.textures();
        boolean chosen =
                identifier.choice().texture().isPresent() || identifier.choice().map().isPresent();
        if (chosen || textures.size() < 2) {
            return List.of(identifier);
        }
        return textures.stream().map(texture -> identifier.with(texture.name())).toList();
    }

    private Canvas canvas(Identifier identifier, OpenModel model) {
        String service = base + identifier.encoded();
        String canvas = service + "/canvas";
        List<Service> services =
                List.of(new Service(service, "ImageService3", ImageInformation.profile(cors)));
        Image image = image(identifier, "full/" + WHOLE + "," + WHOLE, WHOLE, services);
        Painting painting =
                new Painting(canvas + "/painting", "Annotation", "painting", image, canvas);
        return new Canvas(
                canvas,
                "Canvas",
                name(identifier.choice().texture().orElse(model.shelved().name())),
                Planes.IMAGE_SIDE,
                Planes.IMAGE_SIDE,
                List.of(thumbnail(identifier)),
                List.of(new Page(canvas + "/page", "AnnotationPage", List.of(painting))));
    }

    private Image thumbnail(Identifier identifier) {
        String part = THUMBNAIL_REGION + "/" + THUMBNAIL + "," + THUMBNAIL;
        return image(identifier, part, THUMBNAIL, List.of());
    }

    private Image image(Identifier identifier, String part, int side, List<Service> services) {
        String id = base + identifier.encoded() + "/" + part + "/0/default.jpg";
        return new Image(id, "Image", "image/jpeg", side, side, services);
    }

    private static Pair pair(String label, String value) {
        return new Pair(english(label), name(plain(value)));
    }

    /** Text that is not taken for HTML, as the standard recommends (4.5). */
    private static String plain(String text) {
        return text.startsWith("<") && text.endsWith(">") ? text + " " : text;
    }

    private static Map<String, List<String>> english(String text) {
        return Map.of("en", List.of(text));
    }

    /** Text in no particular language. */
    private static Map<String, List<String>> name(String text) {
        return Map.of("none", List.of(text));
    }
}
