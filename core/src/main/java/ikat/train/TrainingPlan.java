package ikat.train;

import ikat.text.Checks;
import ikat.text.Excerpt;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resolved parameters of a training: values that {@link PlanSettings} leave open are chosen from
 * the pictures by {@link PlanFactory}. Stored in the model file as one flat JSON object, in the
 * order of the components and their nested components.
 *
 * @param width the width from which the channels were chosen
 * @param intake what is done to the pictures first
 * @param crops the training crops
 * @param noise the input of the generator
 * @param codes the global vectors of the textures
 * @param shape architecture of both networks
 * @param optimiser optimisation of both networks
 * @param technique how networks are built and steps are taken
 * @param selection the state that becomes the model
 * @param budget length of the training
 * @param seed seed of all random numbers
 */
public record TrainingPlan(
        Width width,
        Intake intake,
        Crops crops,
        Noise noise,
        TextureCodes codes,
        Shape shape,
        Optimiser optimiser,
        Technique technique,
        Selection selection,
        Budget budget,
        long seed) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    public static final Setting<Width> WIDTH =
            Setting.choice("width", Width.class)
                    .byDefault("live")
                    .means("about a quarter, half or all of the published channels");
    public static final Setting<Selection> SELECTION =
            Setting.choice("selection", Selection.class)
                    .orCalled("select")
                    .byDefault("early for one picture, else last")
                    .means(
                            "which state becomes the model: the last; the one that an observer"
                                + " tells least from the picture; or that, stopping once there is"
                                + " no better one");
    public static final Setting<Long> SEED =
            Setting.longWhole("seed", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                    .byDefault("0")
                    .means("seed of all random numbers");
    static final List<Setting<?>> SETTINGS = List.of(WIDTH, SELECTION, SEED);

    public TrainingPlan {
        noise.waveStages()
                .forEach(s -> Checks.range("an entry of waveStages", s, 0, shape.depth() - 1));
        noise.globalStages()
                .forEach(s -> Checks.range("an entry of globalStages", s, 1, shape.depth() - 1));
        if (noise.fineChannels().size() >= shape.depth()) {
            throw new IllegalArgumentException(
                    "fineChannels is %s, but at depth %s must have at most %s entries"
                            .formatted(noise.fineChannels(), shape.depth(), shape.depth() - 1));
        }
        int least = 1 << shape.discriminatorChannels().size() + 1;
        Checks.range("patchPixels", crops.patchPixels(), least, 1024);
        if (optimiser.phaseWeight() > 0 && !MatchedPhases.meant(noise, codes, crops)) {
            throw new IllegalArgumentException(
                    "phaseWeight is "
                            + optimiser.phaseWeight()
                            + ", but above 0 it needs one or two waves, a batch of two or more, no"
                            + " mirroring, and of several textures a learned code for each picture;"
                            + " leave it out or give 0");
        }
        technique.check(crops, noise, shape);
        if (shape.layout() == Layout.ONE_CELL) {
            checkOneCell(crops.patchPixels(), shape.depth(), noise);
        }
    }

    private static void checkOneCell(int patchPixels, int depth, Noise noise) {
        if (patchPixels != Shape.onePicture(depth)) {
            throw new IllegalArgumentException(
                    "patchPixels is %s, but the pictures of one cell have %s at depth %s"
                            .formatted(patchPixels, Shape.onePicture(depth), depth));
        }
        if (noise.globalChannels() + noise.waves().size() > 0) {
            throw new IllegalArgumentException(
                    "a model of one cell has neither waves nor global channels; leave them out");
        }
    }

    /** Whether this is a published recipe, with the user's departures from it. */
    public boolean asPublished() {
        return technique.recipe() == Recipe.PUBLISHED;
    }

    /** Name of the method: Ikat, or that of the published recipe. */
    public String method() {
        if (!asPublished()) {
            return "Ikat";
        }
        if (shape.layout() == Layout.ONE_CELL) {
            return "DCGAN";
        }
        return noise.waves().isEmpty() && noise.globalChannels() == 0 ? "SGAN" : "PSGAN";
    }

    /**
     * Upsampling factor of the first stage of a one-cell model. The picture is all that comes of
     * its cell if zeros surround it, else the inner half.
     */
    public int oneCellScale() {
        int points = crops.patchPixels() >> shape.depth() - 1;
        return technique.border() == Technique.Border.ZERO ? points : 2 * points;
    }

    /** This plan with the steps at which each twentieth of its time was over. */
    public TrainingPlan withTicks(List<Integer> ticks) {
        return new TrainingPlan(
                width,
                intake,
                crops,
                noise,
                codes,
                shape,
                optimiser,
                technique,
                selection,
                new Budget(budget.steps(), budget.seconds(), ticks),
                seed);
    }

    /** This plan with other initial frequencies of the waves that all pictures share. */
    public TrainingPlan withWaves(List<Frequency> others) {
        return new TrainingPlan(
                width,
                intake,
                crops,
                noise.withWaves(others),
                codes,
                shape,
                optimiser,
                technique,
                selection,
                budget,
                seed);
    }

    /** The plan as JSON, without entries of the technique that are this project's own. */
    public String toJson() {
        ObjectNode flat = MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : MAPPER.valueToTree(this).properties()) {
            if (entry.getValue() instanceof ObjectNode part) {
                flat.setAll(part);
            } else {
                flat.set(entry.getKey(), entry.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> own : beforehand(Technique.class).properties()) {
            if (own.getValue().equals(flat.get(own.getKey()))) {
                flat.remove(own.getKey());
            }
        }
        return MAPPER.writeValueAsString(flat);
    }

    /**
     * Parses a plan written by {@link #toJson}.
     *
     * @throws IllegalArgumentException if the text is not such a plan
     */
    public static TrainingPlan fromJson(String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode flat) {
                return MAPPER.treeToValue(nested(flat), TrainingPlan.class);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "its plan cannot be read: " + Excerpt.plain(e.getOriginalMessage(), 200), e);
        }
        throw new IllegalArgumentException("its plan cannot be read: it is no JSON object");
    }

    private static ObjectNode nested(ObjectNode plan) {
        for (RecordComponent part : TrainingPlan.class.getRecordComponents()) {
            if (part.getType().isRecord()) {
                ObjectNode own = beforehand(part.getType());
                for (RecordComponent component : part.getType().getRecordComponents()) {
                    JsonNode value = plan.remove(component.getName());
                    if (value != null) {
                        own.set(component.getName(), value);
                    }
                }
                plan.set(part.getName(), own);
            }
        }
        return plan;
    }

    /** What the entries of a part mean in a plan from before they were entries. */
    private static ObjectNode beforehand(Class<?> part) {
        return part == Technique.class
                ? MAPPER.valueToTree(Technique.IKAT)
                : MAPPER.createObjectNode();
    }

    /** The plan as strings, numbers, lists and maps, as stored in a model file. */
    public Map<String, Object> toMap() {
        return MAPPER.readValue(toJson(), new TypeReference<Map<String, Object>>() {});
    }

    /**
     * The plan of a model file, see {@link #toMap}.
     *
     * @throws IllegalArgumentException if it is none that this version knows
     */
    public static TrainingPlan fromMap(Map<String, Object> plan) {
        return fromJson(MAPPER.writeValueAsString(plan));
    }

    /**
     * Checks that an earlier plan differs from this one at most in the length of the training.
     *
     * @throws IllegalArgumentException naming the first difference
     */
    public void requireSameLearning(TrainingPlan earlier) {
        Map<String, Object> then = earlier.toMap();
        Map<String, Object> now = toMap();
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(then.keySet());
        names.removeAll(List.of("steps", "seconds", "ticks"));
        for (String name : names) {
            Object before = then.getOrDefault(name, leftOut(now.get(name)));
            Object after = now.getOrDefault(name, leftOut(before));
            if (!after.equals(before)) {
                throw new IllegalArgumentException(
                        "%s was %s and is now %s, but must stay the same"
                                .formatted(name, before, after));
            }
        }
    }

    /** What an entry means that a plan does not have, by its value in another plan. */
    private static Object leftOut(@Nullable Object other) {
        return other instanceof Number ? 0 : other instanceof String ? "left open" : List.of();
    }
}
