package org.physgrad.executor.cuda;

import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.ResidentExecution;
import org.physgrad.api.ResidentTask;
import org.physgrad.executor.cuda.resident.DeviceProgram;
import org.physgrad.executor.cuda.resident.ResidentPlan;

/** A run whose iterations stay on the GPU. */
final class CudaResident implements ResidentExecution {

    private final CudaExecution network;
    private final ResidentPlan plan;

    private CudaResident(CudaExecution network, ResidentPlan plan) {
        this.network = network;
        this.plan = plan;
    }

    static CudaResident open(ComputationGraph graph, ResidentTask task, DeviceProgram program) {
        CudaExecution network = CudaExecution.open(graph, task.problem().inputShape(), task.batchSize());
        try {
            return new CudaResident(network, network.around(task, program));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    @Override
    public Measurement learn(Batch batch) {
        return step(() -> plan.learn(batch));
    }

    @Override
    public Measurement learnFromCauses(INDArray causes) {
        return step(() -> plan.learnFromCauses(causes));
    }

    private Measurement step(Supplier<Measurement> work) {
        network.beginStep();
        Measurement measurement = work.get();
        network.endBackward();
        return measurement;
    }

    @Override
    public Sample sample() {
        network.use();
        return plan.sample();
    }

    @Override
    public INDArray forward(INDArray input) {
        return network.forward(input);
    }

    @Override
    public void backward(INDArray outputGradient) {
        network.backward(outputGradient);
    }

    @Override
    public void update() {
        network.update();
    }

    @Override
    public INDArray gradients() {
        return network.gradients();
    }

    @Override
    public void synchronize() {
        network.synchronize();
    }

    @Override
    public String place() {
        return network.gpu() + " for network and physics";
    }

    @Override
    public void close() {
        network.close();
    }
}
