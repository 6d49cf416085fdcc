package org.physgrad.executor.cuda.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bytedeco.cuda.cudart.CUfunc_st;
import org.bytedeco.cuda.cudart.CUmod_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.BytePointer;

/**
 * The kernels of one device. Their sources are compiled for the GPU at hand and for the sizes of the layer at hand, which become constants, so that loops unroll and
 * numbers stay in registers. Compiling goes on beside the caller until a kernel is first run; what was compiled once in a process is kept.
 */
public final class Kernels {

    /** Machine code by architecture, source and constants; common to all devices of the process. */
    private static final Map<String, CompletableFuture<byte[]>> CODE = new ConcurrentHashMap<>();

    private final String architecture;
    private final Map<String, CUmod_st> modules = new HashMap<>();

    Kernels(String architecture) {
        this.architecture = architecture;
    }

    /**
     * Finds a kernel.
     *
     * @param file name of its source, a resource in the folder {@code kernels}
     * @param function its name there
     * @param constants what the source leaves open, by name
     * @return the kernel
     */
    public Kernel find(String file, String function, Map<String, ?> constants) {
        return find(
                file, function, file + ' ' + new TreeMap<>(constants), () -> compile(file, source(file), constants));
    }

    /**
     * Compiles a source that was put together for a run.
     *
     * @param source CUDA C
     * @param function name of a kernel in it
     * @return the kernel
     */
    public Kernel compile(String source, String function) {
        return find("the physics", function, source, () -> compile("the physics", source, Map.of()));
    }

    private Kernel find(String file, String function, String content, Supplier<byte[]> compilation) {
        String key = architecture + ' ' + content;
        CompletableFuture<byte[]> code =
                CODE.computeIfAbsent(key, absent -> CompletableFuture.supplyAsync(compilation));
        return new Kernel(file + ':' + function, () -> function(load(key, code), function));
    }

    /**
     * Finds a kernel whose source leaves nothing open.
     *
     * @param file name of its source
     * @param function its name there
     * @return the kernel
     */
    public Kernel find(String file, String function) {
        return find(file, function, Map.of());
    }

    private CUmod_st load(String key, CompletableFuture<byte[]> code) {
        return modules.computeIfAbsent(key, absent -> {
            CUmod_st module = new CUmod_st();
            try (BytePointer image = new BytePointer(compiled(code))) {
                Status.check(cudart.cuModuleLoadData(module, image), "load kernels");
            }
            return module;
        });
    }

    private static byte[] compiled(CompletableFuture<byte[]> code) {
        try {
            return code.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CudaException known) {
                throw known;
            }
            throw e;
        }
    }

    private static CUfunc_st function(CUmod_st module, String name) {
        CUfunc_st function = new CUfunc_st();
        Status.check(cudart.cuModuleGetFunction(function, module, name), "find the kernel " + name);
        return function;
    }

    private byte[] compile(String file, String source, Map<String, ?> constants) {
        List<String> options = new ArrayList<>(List.of("--gpu-architecture=" + architecture, "--std=c++17"));
        constants.forEach((name, value) -> options.add("-D" + name + '=' + value));
        return Compiler.compile(file, source, options);
    }

    /**
     * Reads a source of this bundle.
     *
     * @param file name of the resource in the folder {@code kernels}
     * @return CUDA C
     */
    public static String source(String file) {
        try (InputStream in = Kernels.class.getResourceAsStream("/org/physgrad/executor/cuda/kernels/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        modules.values().forEach(cudart::cuModuleUnload);
        modules.clear();
    }
}
