package org.physgrad.executor.cuda.device;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.cuda.cudart.CUfunc_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;

/** A program that many threads of the GPU run. */
public final class Kernel {

    private final String name;
    private final Supplier<CUfunc_st> source;
    private CUfunc_st function;

    Kernel(String name, Supplier<CUfunc_st> source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Queues a run.
     *
     * @param device where
     * @param grid blocks and threads
     * @param arguments in the kernel's order: {@link DeviceArray}, null for no array, Integer, Float, Double, or {@code int[]} for a struct of them
     */
    public void run(Device device, Grid grid, Object... arguments) {
        if (function == null) {
            function = source.get();
        }
        PointerScope temporary = new PointerScope();
        try {
            Pointer[] values = Arrays.stream(arguments).map(Kernel::value).toArray(Pointer[]::new);
            Status.check(
                    cudart.cuLaunchKernel(
                            function,
                            grid.x(),
                            grid.y(),
                            grid.z(),
                            grid.threads(),
                            1,
                            1,
                            0,
                            device.queue(),
                            new PointerPointer<>(values),
                            new PointerPointer<>()),
                    "run " + name + " on " + grid);
        } finally {
            temporary.close();
        }
    }

    private static Pointer value(Object argument) {
        if (argument == null) {
            return new LongPointer(1).put(0L);
        }
        if (argument instanceof DeviceArray array) {
            return new LongPointer(1).put(array.address());
        }
        if (argument instanceof Integer number) {
            return new IntPointer(1).put(number);
        }
        if (argument instanceof Float number) {
            return new FloatPointer(1).put(number);
        }
        if (argument instanceof Double number) {
            return new DoublePointer(1).put(number);
        }
        return new IntPointer((int[]) argument);
    }
}
