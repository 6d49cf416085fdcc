package org.physgrad.executor.cuda;

import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkInference;
import org.physgrad.api.ResidentExecution;
import org.physgrad.api.ResidentTask;
import org.physgrad.executor.cuda.device.CudaException;
import org.physgrad.executor.cuda.resident.DeviceProgram;
import org.physgrad.executor.graph.GraphCompiler;
import org.physgrad.executor.graph.Unsupported;

/**
 * Runs networks on the first NVIDIA GPU: kernels of this bundle, compiled at run time for the GPU and the layers at hand and recorded once. Results agree with DL4J's
 * to rounding, all in float32, and the same seed gives the same bytes on the same GPU.
 */
@Component(factory = NetworkExecutor.FACTORY + "cuda", service = NetworkExecutor.class)
@Designate(ocd = CudaExecutor.Config.class)
public final class CudaExecutor implements NetworkExecutor {

    /** The executor has no parameters. */
    @ObjectClassDefinition(
            name = "CUDA",
            description = "Runs networks on an NVIDIA GPU; needs its driver and CUDA 13's runtime compiler")
    public @interface Config {}

    /** Before those on the processor where there is a GPU, behind them where there is none. */
    private static final int RANK = 20;

    private static final int NOT_HERE = -1;

    @Override
    public int rank() {
        return Gpu.HERE.found().isPresent() ? RANK : NOT_HERE;
    }

    @Override
    public String availability() {
        return (Gpu.HERE.found().isPresent() ? "uses " : "not usable here: ") + Gpu.HERE;
    }

    @Override
    public Optional<String> refuses(ComputationGraph network, long[] inputShape) {
        // Compiling for one example tells exactly.
        try {
            Gpu.HERE.require();
            GraphCompiler.requireSupported(network);
            CudaExecution.open(network, inputShape, 1).close();
            return Optional.empty();
        } catch (Unsupported | CudaException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public NetworkExecution open(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
        return prepared(network, () -> CudaExecution.open(network, inputShape, batchSize));
    }

    @Override
    public Optional<ResidentExecution> openResident(ComputationGraph network, ResidentTask task) {
        Optional<DeviceProgram> program = DeviceProgram.of(task);
        return program.map(physics -> prepared(network, () -> CudaResident.open(network, task, physics)));
    }

    @Override
    public NetworkInference openInference(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
        return prepared(network, () -> CudaInference.open(network, inputShape, batchSize));
    }

    private static <T> T prepared(ComputationGraph network, Supplier<T> work) {
        try {
            Gpu.HERE.require();
            GraphCompiler.requireSupported(network);
            return work.get();
        } catch (Unsupported | CudaException e) {
            throw new IllegalArgumentException(
                    "the executor 'cuda' cannot run this network because " + e.getMessage(), e);
        }
    }
}
