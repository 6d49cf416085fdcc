package org.physgrad.executor.cuda.device;

import java.nio.charset.StandardCharsets;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * What a GPU is.
 *
 * @param name the maker's name
 * @param memory bytes
 * @param major first number of the compute capability
 * @param minor second number
 * @param processors number of multiprocessors
 * @param driver CUDA version that the driver supports, 1000 major + 10 minor
 */
public record GpuDescription(String name, long memory, int major, int minor, int processors, int driver) {

    /** Oldest compute capability that the runtime compiler of CUDA 13 makes code for. */
    private static final int OLDEST = 75;

    /**
     * Looks at the first GPU, its driver and the runtime compiler.
     *
     * @return the description
     * @throws CudaException if there is none that can be used; the message says what is missing and what to install
     */
    public static GpuDescription read() {
        try {
            int status = cudart.cuInit(0);
            if (status != cudart.CUDA_SUCCESS) {
                throw new CudaException("there is no NVIDIA GPU that can be used: " + Status.describe(status));
            }
            int[] driver = new int[1];
            Status.check(cudart.cuDriverGetVersion(driver), "tell its driver's version");
            int[] compiler = new int[2];
            int[] minor = new int[1];
            if (nvrtc.nvrtcVersion(compiler, minor) != 0) {
                throw new CudaException("the runtime compiler of CUDA (NVRTC) does not answer");
            }
            return read(driver[0]);
        } catch (LinkageError e) {
            throw new CudaException(
                    "CUDA is not installed: " + missing(e)
                            + "; it needs NVIDIA's driver and, of CUDA 13, the libraries cudart and nvrtc (see the bundle's README)");
        }
    }

    private static GpuDescription read(int driver) {
        byte[] name = new byte[256];
        Status.check(cudart.cuDeviceGetName(name, name.length, 0), "tell its name");
        int end = 0;
        while (end < name.length && name[end] != 0) {
            end++;
        }
        try (SizeTPointer memory = new SizeTPointer(1)) {
            Status.check(cudart.cuDeviceTotalMem(memory, 0), "tell its memory");
            GpuDescription description = new GpuDescription(
                    new String(name, 0, end, StandardCharsets.UTF_8),
                    memory.get(),
                    attribute(cudart.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR),
                    attribute(cudart.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR),
                    attribute(cudart.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT),
                    driver);
            description.requireSupported();
            return description;
        }
    }

    private void requireSupported() {
        if (10 * major + minor < OLDEST) {
            throw new CudaException("the GPU " + name + " has compute capability " + major + "." + minor
                    + ", and CUDA 13 makes code from 7.5 on");
        }
        if (driver / 1000 < 13) {
            throw new CudaException("the driver of the GPU " + name + " supports CUDA " + driver / 1000 + "."
                    + driver % 1000 / 10 + "; install one that supports CUDA 13 (580 or newer)");
        }
    }

    private static int attribute(int which) {
        int[] value = new int[1];
        Status.check(cudart.cuDeviceGetAttribute(value, which, 0), "tell its abilities");
        return value[0];
    }

    /** What the loader says at bottom, without the path of the file that it was loading: "libcuda.so.1: cannot open shared object file". */
    private static String missing(LinkageError e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String line = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return line.replaceFirst("^.*/[^/:]*: ", "").replaceFirst(" in java.library.path.*", " was found");
    }

    /** Architecture in the compiler's words. */
    String architecture() {
        return "sm_" + major + minor;
    }

    @Override
    public String toString() {
        return String.format(
                "%s, %d GB, compute capability %d.%d, driver for CUDA %d.%d",
                name, Math.round(memory / 1e9), major, minor, driver / 1000, driver % 1000 / 10);
    }
}
