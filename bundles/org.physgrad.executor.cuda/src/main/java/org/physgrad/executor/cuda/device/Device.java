package org.physgrad.executor.cuda.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.cuda.cudart.CUctx_st;
import org.bytedeco.cuda.cudart.CUgraph_st;
import org.bytedeco.cuda.cudart.CUstream_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * The first GPU of the machine as one user of it sees it: a queue of work and all memory that was taken; closing frees it. Used by one thread at a time,
 * which calls {@link #use} first.
 */
public final class Device implements AutoCloseable {

    private static final AtomicLong LIVE_BYTES = new AtomicLong();

    private final CUctx_st context = new CUctx_st();
    private final CUstream_st queue = new CUstream_st();
    private final Deque<Runnable> releases = new ArrayDeque<>();
    private final GpuDescription description;
    private final Kernels kernels;

    /**
     * Opens the GPU.
     *
     * @throws CudaException if there is none that can be used; the message says why
     */
    public Device() {
        this.description = GpuDescription.read();
        Status.check(cudart.cuDevicePrimaryCtxRetain(context, 0), "be opened");
        releases.push(() -> cudart.cuDevicePrimaryCtxRelease(0));
        this.kernels = new Kernels(description.architecture());
        try {
            use();
            Status.check(cudart.cuStreamCreate(queue, cudart.CU_STREAM_NON_BLOCKING), "open a queue of work");
        } catch (CudaException e) {
            close();
            throw e;
        }
        releases.push(() -> cudart.cuStreamDestroy(queue));
        releases.push(kernels::close);
    }

    /**
     * Counts the memory that all open devices have taken.
     *
     * @return size in bytes
     */
    public static long liveBytes() {
        return LIVE_BYTES.get();
    }

    /** Lets the calling thread work with the GPU. */
    public void use() {
        Status.check(cudart.cuCtxSetCurrent(context), "be used");
    }

    /**
     * Tells what the GPU is.
     *
     * @return name, memory and abilities
     */
    public GpuDescription description() {
        return description;
    }

    /**
     * Gives the kernels.
     *
     * @return kernels for this GPU
     */
    public Kernels kernels() {
        return kernels;
    }

    CUstream_st queue() {
        return queue;
    }

    /**
     * Takes memory, all zero, until the device is closed.
     *
     * @param bytes how much, at least 1
     * @return the memory
     * @throws CudaException if there is not enough left
     */
    public DeviceArray allocate(long bytes) {
        long[] address = new long[1];
        int status = cudart.cuMemAlloc(address, bytes);
        if (status == cudart.CUDA_ERROR_OUT_OF_MEMORY) {
            throw new CudaException("the GPU has no memory left for " + megabytes(bytes) + " more, " + memory()
                    + "; use a smaller batchSize or another executor");
        }
        Status.check(status, "give " + megabytes(bytes) + " of memory");
        LIVE_BYTES.addAndGet(bytes);
        releases.push(() -> {
            cudart.cuMemFree(address[0]);
            LIVE_BYTES.addAndGet(-bytes);
        });
        DeviceArray array = new DeviceArray(address[0], bytes);
        clear(array);
        return array;
    }

    /** Fills memory with zeros. */
    void clear(DeviceArray array) {
        Status.check(cudart.cuMemsetD8Async(array.address(), (byte) 0, array.bytes(), queue), "clear memory");
    }

    /**
     * Takes memory of the processor that the GPU can read and write by itself, until the device is closed.
     *
     * @param bytes how much
     * @return the memory
     */
    public Pointer pinned(long bytes) {
        try (PointerPointer<Pointer> place = new PointerPointer<>(1)) {
            Status.check(
                    cudart.cuMemAllocHost(place, bytes), "share " + megabytes(bytes) + " of the processor's memory");
            Pointer memory = place.get(Pointer.class, 0).capacity(bytes).limit(bytes);
            releases.push(() -> cudart.cuMemFreeHost(memory));
            return memory;
        }
    }

    /**
     * Queues a copy to the GPU.
     *
     * @param source memory of the processor; it has to stay as it is until the copy is made
     * @param target memory of the GPU
     * @param bytes how much
     */
    public void upload(Pointer source, DeviceArray target, long bytes) {
        Status.check(cudart.cuMemcpyHtoDAsync(target.address(), source, bytes, queue), "receive data");
    }

    /**
     * Queues a copy from the GPU.
     *
     * @param source memory of the GPU
     * @param target memory of the processor, filled after the next {@link #await}
     * @param bytes how much
     */
    public void download(DeviceArray source, Pointer target, long bytes) {
        Status.check(cudart.cuMemcpyDtoHAsync(target, source.address(), bytes, queue), "send data");
    }

    /** Waits until all queued work is done. */
    public void await() {
        Status.check(cudart.cuStreamSynchronize(queue), "finish its work");
    }

    /**
     * Records work, to be run again and again with little effort.
     *
     * @param work queues it; it must not wait for it or take memory
     * @return the recording; it lasts as long as the device
     */
    public Recording record(Runnable work) {
        await();
        CUgraph_st graph = new CUgraph_st();
        Status.check(cudart.cuStreamBeginCapture(queue, cudart.CU_STREAM_CAPTURE_MODE_THREAD_LOCAL), "record its work");
        try {
            work.run();
        } catch (RuntimeException e) {
            cudart.cuStreamEndCapture(queue, graph); // it failed, too, but the first failure tells more
            throw e;
        }
        Status.check(cudart.cuStreamEndCapture(queue, graph), "record its work");
        Recording recording = new Recording(this, graph);
        releases.push(recording::close);
        return recording;
    }

    private static String memory() {
        try (SizeTPointer free = new SizeTPointer(1);
                SizeTPointer total = new SizeTPointer(1)) {
            return cudart.cuMemGetInfo(free, total) == cudart.CUDA_SUCCESS
                    ? megabytes(free.get()) + " of " + megabytes(total.get()) + " are free"
                    : "how much is free it does not say";
        }
    }

    private static String megabytes(long bytes) {
        return Math.max(1, bytes >> 20) + " MB";
    }

    @Override
    public void close() {
        cudart.cuCtxSetCurrent(context);
        cudart.cuStreamSynchronize(queue); // also after a failure, which has been told by then
        while (!releases.isEmpty()) {
            releases.pop().run();
        }
    }
}
