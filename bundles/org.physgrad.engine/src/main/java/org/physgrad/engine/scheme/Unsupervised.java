package org.physgrad.engine.scheme;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.DeviceCode;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Linearization;
import org.physgrad.api.Problem;
import org.physgrad.api.TrainingScheme;
import org.physgrad.math.Shapes;

/** The usual gradient (paper, Eq. 2): the loss L(P(x0), y*) is differentiated through the physics by its adjoint. */
@Component(factory = TrainingScheme.FACTORY + "unsupervised", service = TrainingScheme.class)
@Designate(ocd = Unsupervised.Config.class)
public final class Unsupervised implements TrainingScheme {

    /** The scheme has no parameters. */
    @ObjectClassDefinition(
            name = "Unsupervised",
            description = "Trains with the gradient of the loss through the physics (Eq. 2): what plain Adam does")
    public @interface Config {}

    @Override
    public Optional<String> refuses(Problem problem, Optional<InverseSolver> solver) {
        return solver.isPresent()
                ? Optional.of("it uses no inverse solver: remove training.solver, or take the scheme physical-gradient")
                : Optional.empty();
    }

    @Override
    public Result gradient(Iteration iteration, INDArray x0) {
        InverseTask task = InverseTask.of(iteration.problem(), iteration.batch());
        Linearization at = task.simulator().linearize(x0, task.context());
        INDArray y0 = at.value();
        try (INDArray slope = task.loss().gradient(y0, task.target());
                INDArray losses = task.loss().value(y0, task.target())) {
            return new Result(at.adjoint(slope), y0, losses.meanNumber().doubleValue(), 0);
        }
    }

    @Override
    public Optional<DeviceCode> schemeCode(Problem problem) {
        return Optional.of(new DeviceCode(
                DeviceCode.source(Unsupervised.class, "unsupervised.cu"),
                Map.of(),
                Map.of(),
                Map.of("UNSUPERVISED_SLOPE", Shapes.entries(problem.simulator().effectShape()))));
    }
}
