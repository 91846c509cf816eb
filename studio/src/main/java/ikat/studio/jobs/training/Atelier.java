package ikat.studio.jobs.training;

import ikat.service.Workshop;
import ikat.studio.jobs.Job;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What trainings work with.
 *
 * @param workshop that trains
 * @param models the folder that finished models go to
 * @param taken names of models that are not to be hidden
 * @param changed to be told when a job must be kept and shown anew
 */
public record Atelier(
        Workshop workshop, Path models, Predicate<String> taken, Consumer<Job> changed) {}
