package ikat.train;

/** What a training does where the user does not say. */
public enum Recipe {
    /** {@link PlanFactory} decides from the pictures, by this project's measurements. */
    IKAT,
    /** As in the papers, without anything of this project: {@link PublishedRecipe}. */
    PUBLISHED
}
