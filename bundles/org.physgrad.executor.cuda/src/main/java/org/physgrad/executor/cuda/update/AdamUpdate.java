package org.physgrad.executor.cuda.update;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.plan.Parameters;
import org.physgrad.executor.graph.update.AdamBlocks;

/** Adam in one kernel over the flat parameters. */
final class AdamUpdate implements CudaUpdate {

    /** Rate, beta1, beta2 and epsilon of a block. */
    private static final int SETTINGS = 4;

    private final AdamBlocks blocks;
    private final Device device;
    private final Parameters parameters;
    private final INDArray stateOfNetwork;
    private final DeviceArray state;
    private final DeviceArray means;
    private final DeviceArray squares;
    private final DeviceArray block;
    private final DeviceArray settings;
    private final FloatPointer hostSettings;
    private final Kernel kernel;

    AdamUpdate(ComputationGraph network, AdamBlocks blocks, Device device, Parameters parameters) {
        this.blocks = blocks;
        this.device = device;
        this.parameters = parameters;
        this.kernel = device.kernels().find("adam.cu", "adam");
        this.stateOfNetwork = network.getUpdater().getStateViewArray();
        this.state = device.allocate(stateOfNetwork.length() * Float.BYTES);
        int[] mean = new int[parameters.count()];
        int[] square = new int[parameters.count()];
        int[] number = new int[parameters.count()];
        Arrays.fill(mean, -1);
        List<AdamBlocks.Block> all = blocks.blocks();
        for (int b = 0; b < all.size(); b++) {
            AdamBlocks.Block here = all.get(b);
            for (int i = 0; i < here.count() && here.adam().isPresent(); i++) {
                mean[here.start() + i] = here.stateStart() + i;
                square[here.start() + i] = here.stateStart() + here.count() + i;
                number[here.start() + i] = b;
            }
        }
        this.means = constant(mean);
        this.squares = constant(square);
        this.block = constant(number);
        long settingsBytes = (long) all.size() * SETTINGS * Float.BYTES;
        this.settings = device.allocate(settingsBytes);
        this.hostSettings = new FloatPointer(device.pinned(settingsBytes));
        device.upload(numbers(), state, state.bytes());
        device.await();
    }

    private DeviceArray constant(int[] values) {
        DeviceArray array = device.allocate((long) values.length * Integer.BYTES);
        try (IntPointer numbers = new IntPointer(values)) {
            device.upload(numbers, array, array.bytes());
            device.await();
        }
        return array;
    }

    private Pointer numbers() {
        return new FloatPointer(stateOfNetwork.data().addressPointer());
    }

    @Override
    public void apply(int iteration) {
        List<AdamBlocks.Block> all = blocks.blocks();
        for (int b = 0; b < all.size(); b++) {
            if (all.get(b).adam().isPresent()) {
                Adam adam = all.get(b).adam().get();
                hostSettings.put((long) SETTINGS * b, blocks.rate(adam, iteration));
                hostSettings.put((long) SETTINGS * b + 1, (float) adam.getBeta1());
                hostSettings.put((long) SETTINGS * b + 2, (float) adam.getBeta2());
                hostSettings.put((long) SETTINGS * b + 3, (float) adam.getEpsilon());
            }
        }
        device.upload(hostSettings, settings, settings.bytes());
        kernel.run(
                device,
                Grid.of(parameters.count()),
                parameters.value(0),
                parameters.gradient(0),
                state,
                means,
                squares,
                block,
                settings,
                parameters.count());
    }

    @Override
    public void synchronize() {
        device.download(state, numbers(), state.bytes());
        device.await();
    }
}
