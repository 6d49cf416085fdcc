package org.physgrad.executor.cuda;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.ResidentTask;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.layers.CudaCompiler;
import org.physgrad.executor.cuda.plan.CudaPlan;
import org.physgrad.executor.cuda.plan.Parameters;
import org.physgrad.executor.cuda.resident.DeviceProgram;
import org.physgrad.executor.cuda.resident.ResidentPlan;
import org.physgrad.executor.cuda.update.CudaUpdate;
import org.physgrad.executor.graph.Stage;
import org.physgrad.math.PhiloxStreams;

/** A network in training on a GPU: parameters, gradients and the updater's state stay there until somebody asks for them. */
final class CudaExecution implements NetworkExecution {

    private final ComputationGraph network;
    private final Device device;
    private final Parameters parameters;
    private final CudaPlan plan;
    private final CudaUpdate update;
    private final INDArray output;
    private final long seed;
    private int iteration;
    private Stage stage = Stage.IDLE;

    private CudaExecution(
            ComputationGraph network, Device device, Parameters parameters, CudaPlan plan, CudaUpdate update) {
        this.network = network;
        this.device = device;
        this.parameters = parameters;
        this.plan = plan;
        this.update = update;
        this.output =
                Nd4j.createUninitializedDetached(DataType.FLOAT, plan.output().shape());
        this.seed = network.getConfiguration().getDefaultConfiguration().getSeed();
        this.iteration = network.getIterationCount();
    }

    static CudaExecution open(ComputationGraph network, long[] inputShape, int batchSize) {
        Device device = new Device();
        try {
            Parameters parameters = new Parameters(device, network.numParams());
            CudaPlan plan = CudaCompiler.compile(network, inputShape, batchSize, true, device, parameters);
            parameters.load(network.params());
            return new CudaExecution(
                    network, device, parameters, plan, CudaUpdate.of(network, batchSize, device, parameters));
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }

    /**
     * Prepares whole iterations around this network.
     *
     * @param task what else an iteration computes
     * @param program code of it
     * @return the physics, with this network in its midst
     */
    ResidentPlan around(ResidentTask task, DeviceProgram program) {
        return new ResidentPlan(task, program, device, plan, parameters);
    }

    /** Lets the calling thread work with the GPU. */
    void use() {
        device.use();
    }

    /** Makes ready for a pass through the network. */
    void beginStep() {
        use();
        plan.drawMasks(new PhiloxStreams(seed, iteration + 1));
    }

    /** Notes that gradients are there. */
    void endBackward() {
        stage = Stage.BACKWARD;
    }

    @Override
    public INDArray forward(INDArray input) {
        beginStep();
        plan.forward(input, output);
        stage = Stage.FORWARD;
        return output;
    }

    @Override
    public void backward(INDArray outputGradient) {
        stage.requireForward();
        device.use();
        plan.backward(outputGradient);
        endBackward();
    }

    @Override
    public void update() {
        stage.requireBackward();
        device.use();
        update.apply(iteration);
        iteration++;
        stage = Stage.IDLE;
    }

    @Override
    public INDArray gradients() {
        device.use();
        INDArray flat = Nd4j.createUninitialized(DataType.FLOAT, 1, parameters.count());
        parameters.storeGradients(flat);
        return flat;
    }

    @Override
    public void synchronize() {
        device.use();
        parameters.store(network.params());
        update.synchronize();
        network.getConfiguration().setIterationCount(iteration);
    }

    @Override
    public String place() {
        return gpu() + " for the network alone: some part of this run has no code for GPUs";
    }

    /** Name of the GPU. */
    String gpu() {
        return device.description().name();
    }

    @Override
    public void close() {
        device.close();
        output.close();
    }
}
