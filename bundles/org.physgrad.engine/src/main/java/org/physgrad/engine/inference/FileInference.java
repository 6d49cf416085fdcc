package org.physgrad.engine.inference;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Simulator;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.PartReader;
import org.physgrad.files.ArraySource;
import org.physgrad.math.Shapes;

/**
 * Answers observations in files by a trained network. They are read and written in slices, so that they may be larger than the memory; the files of answers are
 * there whole or not at all.
 */
public final class FileInference {

    /** Examples to hold in memory at a time, where nobody wants another number. */
    public static final int BATCH = 64;

    /** Follows the answers. */
    @FunctionalInterface
    public interface Follower {

        /**
         * Hears of examples that were answered.
         *
         * @param first index of the first one
         * @param size number of examples in the file
         * @param batch observations and context; not to be kept
         * @param answer their answers; not to be kept
         * @return false to stop here, which leaves no file
         */
        boolean answered(long first, long size, Batch batch, Answer answer);
    }

    private final Catalog catalog;
    private final TrainedModel model;

    /**
     * Makes the inference.
     *
     * @param catalog the installed parts
     * @param model the network; not closed by this
     */
    public FileInference(Catalog catalog, TrainedModel model) {
        this.catalog = catalog;
        this.model = model;
    }

    /**
     * Answers all observations of a file.
     *
     * @param files the files
     * @param refinement what improves the answers
     * @param batch examples to hold in memory at a time, at least 1
     * @param follower follows
     * @return how well the answers explain the observations; empty if the follower stopped
     * @throws org.physgrad.files.UnusableArrayException if a file that is read is not what it is named as
     * @throws org.physgrad.engine.experiment.InvalidExperimentException if the solver is not installed, a parameter is wrong, or it cannot serve the problem
     * @throws IOException if a file of answers cannot be written; the message is for people
     */
    public Optional<InferenceSummary> run(
            InferenceFiles files, Optional<Refinement> refinement, int batch, Follower follower) throws IOException {
        Simulator simulator = model.problem().simulator();
        String type = model.experiment().problem().type();
        // Without refinement there is no solver to be closed.
        try (Part<InverseSolver> solver = refinement.map(this::solver).orElse(null);
                ArraySource y = ArraySource.open(
                        files.observations(), "the observation y* of " + type, simulator.effectShape());
                ContextSources context = ContextSources.open(type, simulator, files.context(), y);
                AnswerFiles answers = new AnswerFiles()) {
            Inference inference = refinement
                    .map(wanted -> new Inference(model, solver.get(), wanted.steps()))
                    .orElseGet(() -> new Inference(model));
            answers.causes(files.causes(), y.type(), Shapes.withBatch(y.size(), simulator.causeShape()));
            if (files.effects().isPresent()) {
                answers.effects(files.effects().get(), y.type(), Shapes.withBatch(y.size(), simulator.effectShape()));
            }
            if (files.residuals().isPresent()) {
                answers.residuals(files.residuals().get(), refinement.isPresent());
            }
            return answer(inference, y, context, answers, batch, follower);
        }
    }

    private Part<InverseSolver> solver(Refinement refinement) {
        return PartReader.make(catalog, Kind.SOLVER, refinement.solver(), refinement.settings());
    }

    private Optional<InferenceSummary> answer(
            Inference inference, ArraySource y, ContextSources context, AnswerFiles files, int slice, Follower follower)
            throws IOException {
        InferenceSummary summary = new InferenceSummary();
        for (long first = 0; first < y.size(); first += slice) {
            int count = (int) Math.min(slice, y.size() - first);
            Map<String, INDArray> arrays = context.read(first, count);
            try (INDArray target =
                    y.read(first, count, model.problem().simulator().precision())) {
                Batch batch = new Batch(target, Context.of(arrays), Optional.empty());
                try (Answer answer = inference.answer(batch)) {
                    files.append(answer);
                    summary.add(answer);
                    if (!follower.answered(first, y.size(), batch, answer)) {
                        return Optional.empty();
                    }
                }
            } finally {
                arrays.values().forEach(INDArray::close);
            }
        }
        files.finish();
        return Optional.of(summary);
    }
}
