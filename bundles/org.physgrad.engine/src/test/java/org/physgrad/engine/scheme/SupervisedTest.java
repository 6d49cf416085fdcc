package org.physgrad.engine.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.api.Solution;
import org.physgrad.api.TrainingScheme;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;
import org.physgrad.problem.heat.HeatProblem;

/** Training with labels. */
class SupervisedTest {

    @BeforeAll
    static void start() {
        MlPlatform.start(2);
    }

    @ParameterizedTest
    @EnumSource(Supervised.Start.class)
    void theSolverStartsInThePrecisionOfThePrediction(Supervised.Start start) {
        List<DataType> types = new ArrayList<>();
        InverseSolver solver = (task, x, y) -> {
            types.add(x.dataType());
            return new Solution(x.dup(), List.of());
        };
        Problem problem = new HeatProblem(8, 2);
        Batch batch = problem.sample(4, new PhiloxStreams(3, 0));
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            INDArray x0 = batch.cause().orElseThrow().castTo(type);
            new Supervised(start, 1)
                    .gradient(
                            new TrainingScheme.Iteration(problem, Optional.of(solver), batch, new PhiloxStreams(3, 1)),
                            x0);
        }
        assertEquals(List.of(DataType.FLOAT, DataType.DOUBLE), types);
    }
}
