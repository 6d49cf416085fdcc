package org.physgrad.executor.onednn.plan;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.physgrad.executor.graph.BackwardPass;
import org.physgrad.executor.graph.DropoutMask;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.GraphPlan;
import org.physgrad.executor.graph.RunningStatistics;

/**
 * Builds a {@link Plan}, or an {@link InferencePlan}, which has no backward pass. Layers append calls of the forward pass in order, and leave behind how to
 * append theirs of the backward pass; {@link #build} lets them do so in reverse, when it is known which gradients are complete.
 */
public final class PlanBuilder implements GraphPlan<Tensor> {

    private static final memory.format_tag ORDER = memory.format_tag.x;

    private final Device device;
    private final Fields fields;
    private final Mode mode;
    private final ParameterMemory parameters;
    private final GradientBuffers gradients;
    private final List<Call> forward = new ArrayList<>();
    private final List<Call> backward = new ArrayList<>();
    private final List<BatchStatistics> statistics = new ArrayList<>();
    private final List<RunningVariance> variances = new ArrayList<>();
    private final List<MaskMemory> masks = new ArrayList<>();
    private final BackwardPass<Tensor, memory> backwardPass;
    private List<Call> calls = forward;
    private String name = "";

    /**
     * Starts a plan.
     *
     * @param device owner of all native objects
     * @param fields how the fields between layers are kept
     * @param mode what it is for
     * @param parameterCount length of the flat parameter vector
     */
    public PlanBuilder(Device device, Fields fields, Mode mode, long parameterCount) {
        this.device = device;
        this.fields = fields;
        this.mode = mode;
        this.parameters = new ParameterMemory(device, parameterCount);
        this.gradients = new GradientBuffers(device, this);
        this.backwardPass = new BackwardPass<>(this, gradients);
    }

    @Override
    public void name(String layer) {
        name = layer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isForTraining() {
        return mode == Mode.TRAINING;
    }

    /**
     * Gives oneDNN's engine.
     *
     * @return the engine
     */
    public engine engine() {
        return device.engine();
    }

    /**
     * Gives the parameters.
     *
     * @return flat parameters and gradients
     */
    public ParameterMemory parameters() {
        return parameters;
    }

    /**
     * Makes the network's input.
     *
     * @param shape {@code [batch, channels, nx, ny]} or {@code [batch, features]}
     * @return a tensor without gradient
     */
    public Tensor input(long... shape) {
        return new Tensor(
                device, fields.layout().input(shape), fields.precision().type(), false, shape);
    }

    /**
     * Makes the output of a layer, all zero.
     *
     * @param shape {@code [batch, channels, nx, ny]} or {@code [batch, features]}
     * @return a tensor
     */
    public Tensor tensor(long... shape) {
        return tensor(fields.precision().type(), shape);
    }

    /**
     * Makes the output of a layer that adds up products, all zero: in float32 if it is the network's output.
     *
     * @param shape {@code [batch, channels, nx, ny]} or {@code [batch, features]}
     * @return a tensor
     */
    public Tensor sums(long... shape) {
        return tensor(fields.sums(name), shape);
    }

    /**
     * Makes the output of a layer, all zero.
     *
     * @param type what its numbers are kept in
     * @param shape {@code [batch, channels, nx, ny]} or {@code [batch, features]}
     * @return a tensor
     */
    public Tensor tensor(memory.data_type type, long... shape) {
        return new Tensor(device, fields.layout().hidden(shape), type, true, shape);
    }

    /**
     * Makes a changed copy of a tensor, all zero.
     *
     * @param original gives shape and layout, and whether anybody wants the gradient
     * @return a tensor
     */
    public Tensor tensorLike(Tensor original) {
        return original.another(device);
    }

    @Override
    public Tensor join(Field<Tensor> field) {
        return Joiner.join(field, this);
    }

    @Override
    public Tensor drop(Tensor input, double keep) {
        return DropoutProduct.append(input, mask(input, keep), this);
    }

    private memory mask(Tensor tensor, double keep) {
        memory.desc form = tensor.layout(memory.data_type.f32);
        FloatPointer factors = device.allocate(form.get_size());
        int batch = Math.toIntExact(tensor.shape()[0]);
        int entries = Math.toIntExact(form.get_size() / Float.BYTES / batch);
        DropoutMask mask = new DropoutMask(name, masks.size(), keep, batch, entries);
        masks.add(new MaskMemory(mask, entries, factors));
        return device.view(form, factors);
    }

    /**
     * Allocates a buffer that lasts as long as the plan.
     *
     * @param form its layout
     * @return the array, all zero
     */
    public memory array(memory.desc form) {
        return device.array(form);
    }

    /**
     * Allocates an array that no call writes to.
     *
     * @param form its layout
     * @param values its numbers, in the order they lie in memory; they are rounded to what the layout keeps
     * @return the array
     */
    public memory constant(memory.desc form, float[] values) {
        memory array = device.array(form);
        long[] row = {values.length};
        memory given = device.view(new memory.desc(row, memory.data_type.f32, ORDER), new FloatPointer(values));
        memory kept = device.view(new memory.desc(row, form.get_data_type().intern(), ORDER), array.get_data_handle());
        new reorder(given, kept).execute(device.stream(), given, kept);
        device.stream()._wait();
        return array;
    }

    /**
     * Lends a buffer to the calls that are being appended. Used inside {@link #onBackward}.
     *
     * @param form its layout
     * @param emit appends the calls that need it; afterwards it serves others
     */
    public void lend(memory.desc form, Consumer<memory> emit) {
        memory buffer = gradients.take(form);
        emit.accept(buffer);
        gradients.giveBack(buffer);
    }

    /**
     * Shows an array, or part of it, under another description: some of its channels, or the same numbers with other axes.
     *
     * @param array the array
     * @param form the description; a part's is made with {@code submemory_desc}
     * @return the array, in place
     */
    public memory view(memory array, memory.desc form) {
        return device.view(form, array.get_data_handle());
    }

    /**
     * Shows an array from one of its numbers on.
     *
     * @param array the array
     * @param start how many numbers come before, in the order they lie in memory
     * @param form the description of what begins there
     * @return the part, in place
     */
    public memory viewFrom(memory array, long start, memory.desc form) {
        long bytes = start * memory.data_type_size(form.get_data_type());
        return device.view(form, new BytePointer(array.get_data_handle()).getPointer(bytes));
    }

    /**
     * Tells how the channels of a tensor between layers lie in memory.
     *
     * @param tensor the tensor, a field
     * @return number of channels of one cell that lie next to each other; blocks of so many channels follow each other, cell by cell
     */
    public long channelsInARow(Tensor tensor) {
        return fields.layout().channelsInARow(tensor.channels());
    }

    /**
     * Appends a call to the pass that is being built.
     *
     * @param operation what to run
     * @param arguments buffers by oneDNN's argument index
     */
    public void call(primitive operation, Map<Integer, memory> arguments) {
        IntMemoryMap map = device.own(new IntMemoryMap());
        arguments.forEach(map::put);
        calls.add(new Call(name, device.own(operation), map));
    }

    /**
     * Appends a change of layout, or a copy.
     *
     * @param from source
     * @param to target
     */
    public void copy(memory from, memory to) {
        call(new reorder(from, to), Map.of(DNNL_ARG_FROM, from, DNNL_ARG_TO, to));
    }

    /**
     * Appends a product of matrices.
     *
     * @param left the left matrix, or one for each of a stack
     * @param right the right one
     * @param product receives left times right
     */
    public void multiply(memory left, memory right, memory product) {
        matmul.primitive_desc description =
                new matmul.primitive_desc(engine(), left.get_desc(), right.get_desc(), product.get_desc());
        call(new matmul(description), Map.of(DNNL_ARG_SRC, left, DNNL_ARG_WEIGHTS, right, DNNL_ARG_DST, product));
    }

    /**
     * Brings an array into the layout that a primitive wants.
     *
     * @param array the array
     * @param wanted the layout
     * @return the array itself if it has that layout, else a copy that is refreshed in every pass
     */
    public memory in(memory array, memory.desc wanted) {
        if (array.get_desc().equals(wanted)) {
            return array;
        }
        memory copy = device.array(wanted);
        copy(array, copy);
        return copy;
    }

    /**
     * Keeps the running averages of a normalization layer up to date.
     *
     * @param input what is normalized
     * @param mean means of the batch
     * @param variance variances of the batch
     * @param running the averages
     */
    public void track(Tensor input, memory mean, memory variance, RunningStatistics running) {
        statistics.add(new BatchStatistics(mean, variance, input.shift(), Math.toIntExact(input.channels()), running));
    }

    /**
     * Makes the running variances of a normalization layer that answers outside of training.
     *
     * @param form one number per channel
     * @param running where and how the layer keeps them
     * @return the array, filled when the parameters are
     */
    public memory runningVariance(memory.desc form, RunningStatistics running) {
        FloatPointer numbers = device.allocate(form.get_size());
        variances.add(new RunningVariance(running, numbers, Math.toIntExact(form.get_size() / Float.BYTES)));
        return device.view(form, numbers);
    }

    /**
     * Leaves behind how to differentiate a layer; outside of training nobody asks.
     *
     * @param output its output
     * @param emit appends the calls, given dL/doutput, which is complete by then
     */
    public void onBackward(Tensor output, Consumer<memory> emit) {
        backwardPass.onBackward(output, emit);
    }

    /**
     * Adds one consumer's part to the gradient of a tensor. Used inside {@link #onBackward}.
     *
     * @param input what the consumer read
     * @param emit appends the calls that overwrite the given buffer with the consumer's part
     */
    public void contribute(Tensor input, Consumer<memory> emit) {
        backwardPass.contribute(input, emit);
    }

    /**
     * Finishes a plan for inference.
     *
     * @param input the network's input
     * @param output the network's output
     * @return the plan, still without parameters
     */
    public InferencePlan buildInference(Tensor input, Tensor output) {
        return new InferencePlan(
                device,
                parameters,
                Port.in(device, input.shape(), input.value()),
                Port.out(device, output.shape(), output.value()),
                new InferencePlan.Work(forward, variances));
    }

    /**
     * Finishes a plan for training.
     *
     * @param input the network's input
     * @param output the network's output
     * @return the plan
     */
    public Plan build(Tensor input, Tensor output) {
        calls = backward;
        memory outputGradient = backwardPass.build(output);
        Plan.Ends ends = new Plan.Ends(
                Port.in(device, input.shape(), input.value()),
                Port.out(device, output.shape(), output.value()),
                Port.in(device, output.shape(), outputGradient));
        return new Plan(device, parameters, ends, forward, backward, new Plan.Extras(masks, statistics));
    }
}
