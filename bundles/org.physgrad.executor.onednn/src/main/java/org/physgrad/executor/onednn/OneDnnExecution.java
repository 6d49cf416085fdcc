package org.physgrad.executor.onednn;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.NetworkExecution;
import org.physgrad.executor.graph.Stage;
import org.physgrad.executor.graph.update.UpdateRule;
import org.physgrad.executor.graph.update.Views;
import org.physgrad.executor.onednn.plan.Plan;
import org.physgrad.executor.onednn.plan.Threads;
import org.physgrad.math.PhiloxStreams;

/** A network in training: its flat parameters, a plan that differentiates it and a rule that updates it. */
final class OneDnnExecution implements NetworkExecution {

    private final ComputationGraph network;
    private final Plan plan;
    private final UpdateRule rule;
    private final int threads;
    private final long seed;
    private final float[] parameters;
    private final float[] gradients;
    private int iteration;
    private Stage stage = Stage.IDLE;

    OneDnnExecution(ComputationGraph network, Plan plan, UpdateRule rule, int threads) {
        this.network = network;
        this.plan = plan;
        this.rule = rule;
        this.threads = threads;
        this.seed = network.getConfiguration().getDefaultConfiguration().getSeed();
        this.parameters = new float[Math.toIntExact(network.numParams())];
        this.gradients = new float[parameters.length];
        Views.read(network.params(), parameters);
        this.iteration = network.getIterationCount();
    }

    @Override
    public INDArray forward(INDArray input) {
        Threads.limit(threads);
        INDArray output = plan.forward(input, parameters, new PhiloxStreams(seed, iteration + 1));
        stage = Stage.FORWARD;
        return output;
    }

    @Override
    public void backward(INDArray outputGradient) {
        stage.requireForward();
        Threads.limit(threads);
        plan.backward(outputGradient, parameters, gradients);
        stage = Stage.BACKWARD;
    }

    @Override
    public void update() {
        stage.requireBackward();
        rule.apply(parameters, gradients, iteration);
        iteration++;
        stage = Stage.IDLE;
    }

    @Override
    public INDArray gradients() {
        return Nd4j.create(gradients, new long[] {1, gradients.length}, DataType.FLOAT);
    }

    @Override
    public void synchronize() {
        Views.write(parameters, network.params());
        rule.synchronize();
        network.getConfiguration().setIterationCount(iteration);
    }

    @Override
    public void close() {
        plan.close();
    }
}
