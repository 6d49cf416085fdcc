package org.physgrad.engine.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.ExperimentKeys;

/**
 * The arrays of a data set.
 *
 * @param data where they come from
 * @param arrays one for each of {@link DataSpec#locations}
 */
record DataArrays(DataSpec data, Map<String, ExampleArray> arrays) implements AutoCloseable {

    /**
     * Copies examples.
     *
     * @param examples their indices, in any order
     * @return observations, context and, where known, true causes, all in fresh arrays
     */
    Batch gather(int[] examples) {
        INDArray target = arrays.get(ExperimentKeys.EFFECT.name()).gather(examples);
        Optional<INDArray> cause =
                Optional.ofNullable(arrays.get(ExperimentKeys.CAUSE.name())).map(array -> array.gather(examples));
        Map<String, INDArray> context = new HashMap<>();
        for (String name : data.context().keySet()) {
            context.put(name, arrays.get(DataSpec.contextKey(name)).gather(examples));
        }
        return new Batch(target, Context.of(context), cause);
    }

    @Override
    public void close() {
        arrays.values().forEach(ExampleArray::close);
    }
}
