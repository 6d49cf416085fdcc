package org.physgrad.executor.cuda.update;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.executor.cuda.plan.Parameters;
import org.physgrad.executor.graph.update.UpdateRule;
import org.physgrad.executor.graph.update.Views;

/** Any updater, on the processor: gradients and parameters travel there and back. */
final class HostUpdate implements CudaUpdate {

    private final UpdateRule rule;
    private final Parameters memory;
    private final float[] parameters;
    private final float[] gradients;

    HostUpdate(UpdateRule rule, Parameters memory) {
        this.rule = rule;
        this.memory = memory;
        this.parameters = new float[memory.count()];
        this.gradients = new float[memory.count()];
    }

    @Override
    public void apply(int iteration) {
        try (INDArray flat = Nd4j.createUninitialized(DataType.FLOAT, memory.count())) {
            memory.storeGradients(flat);
            Views.read(flat, gradients);
            memory.store(flat);
            Views.read(flat, parameters);
            rule.apply(parameters, gradients, iteration);
            Views.write(parameters, flat);
            memory.load(flat);
        }
    }

    @Override
    public void synchronize() {
        rule.synchronize();
    }
}
