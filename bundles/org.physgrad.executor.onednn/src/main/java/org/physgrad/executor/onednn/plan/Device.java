package org.physgrad.executor.onednn.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** The processor as oneDNN sees it, and every native object of one plan: closing it frees them all. */
public final class Device implements AutoCloseable {

    private static final int CACHE_LINE = 64;
    private static final AtomicLong LIVE_BYTES = new AtomicLong();

    private final Deque<Pointer> owned = new ArrayDeque<>();
    private final engine processor;
    private final stream queue;
    private long bytes;

    /** Opens the processor. */
    public Device() {
        processor = own(new engine(org.bytedeco.dnnl.engine.kind.cpu, 0));
        queue = own(new stream(processor));
    }

    /**
     * Counts the buffers of all open devices.
     *
     * @return size in bytes
     */
    public static long liveBytes() {
        return LIVE_BYTES.get();
    }

    engine engine() {
        return processor;
    }

    stream stream() {
        return queue;
    }

    /**
     * Keeps a native object until this device is closed, also beyond the {@link org.bytedeco.javacpp.PointerScope} it was made in.
     *
     * @param pointer the object
     * @return the same object
     */
    <P extends Pointer> P own(P pointer) {
        pointer.retainReference();
        owned.push(pointer);
        return pointer;
    }

    /** Allocates a buffer of numbers, all zero, at the start of a cache line: some kernels store past the cache and need that. */
    FloatPointer allocate(long bytesWanted) {
        long size = (bytesWanted + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
        FloatPointer raw = own(new FloatPointer((size + CACHE_LINE) / Float.BYTES));
        Pointer.memset(raw, 0, size + CACHE_LINE);
        bytes += size + CACHE_LINE;
        LIVE_BYTES.addAndGet(size + CACHE_LINE);
        long gap = (CACHE_LINE - raw.address() % CACHE_LINE) % CACHE_LINE;
        return raw.getPointer(gap / Float.BYTES).capacity(size / Float.BYTES);
    }

    /** Describes a place in a buffer to oneDNN. */
    memory view(memory.desc layout, Pointer place) {
        return own(new memory(layout, processor, place));
    }

    /** Allocates a buffer for one array, all zero. */
    memory array(memory.desc layout) {
        return view(layout, allocate(layout.get_size()));
    }

    /** Runs calls in order, to their end. */
    void run(List<Call> calls) {
        calls.forEach(call -> call.run(this));
        queue._wait();
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            owned.pop().deallocate();
        }
        LIVE_BYTES.addAndGet(-bytes);
        bytes = 0;
    }
}
