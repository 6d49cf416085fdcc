package org.physgrad.engine.inference;

import java.util.List;
import java.util.Optional;
import org.physgrad.api.Batch;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;

/** Answers observations by a trained network, and improves its answers by an inverse solver where one is given. */
public final class Inference {

    private final TrainedModel model;
    private final Optional<InverseSolver> refinement;
    private final int steps;

    /**
     * Answers by the network alone.
     *
     * @param model the network
     */
    public Inference(TrainedModel model) {
        this(model, Optional.empty(), 0);
    }

    /**
     * Answers by the network and refines its answers.
     *
     * @param model the network
     * @param solver what improves its answers
     * @param steps how often to call it, each time with the last result; at least 1
     * @throws InvalidExperimentException if the solver cannot serve the problem; the message says why
     */
    public Inference(TrainedModel model, InverseSolver solver, int steps) {
        this(model, Optional.of(solver), steps);
        solver.refuses(model.problem()).ifPresent(reason -> {
            String message = "cannot serve " + model.experiment().problem().type() + " because " + reason;
            throw new InvalidExperimentException(List.of(new Finding("solver", message, false)));
        });
    }

    private Inference(TrainedModel model, Optional<InverseSolver> refinement, int steps) {
        this.model = model;
        this.refinement = refinement;
        this.steps = steps;
    }

    /**
     * Answers observations.
     *
     * @param batch observations y*, {@code [batch, effectShape...]}, and their context, both in the simulator's precision; a true cause is not looked at
     * @return causes, their effects and how well they fit; close it afterwards
     * @throws IllegalArgumentException if a shape does not fit the problem; the message names both shapes
     */
    public Answer answer(Batch batch) {
        InverseTask task =
                new InverseTask(model.problem().simulator(), model.problem().loss(), batch.target(), batch.context());
        Inversion inversion = new Inversion(task, model.predict(batch));
        List<Fit> before = fit(inversion, batch);
        refinement.ifPresent(solver -> {
            for (int step = 0; step < steps; step++) {
                inversion.step(solver);
            }
        });
        return new Answer(inversion.x(), inversion.y(), before, fit(inversion, batch), inversion.outcomes());
    }

    private static List<Fit> fit(Inversion inversion, Batch batch) {
        return Fit.of(inversion.trace().last(), inversion.y(), batch.target());
    }
}
