package org.physgrad.executor.cuda;

import java.util.Optional;
import org.physgrad.executor.cuda.device.CudaException;
import org.physgrad.executor.cuda.device.GpuDescription;

/**
 * What looking for a GPU came to.
 *
 * @param found the GPU, empty if there is none that can be used
 * @param trouble says then what is missing
 */
record Gpu(Optional<GpuDescription> found, Optional<CudaException> trouble) {

    /** That of this machine. A process looks once: Java does not try again to load a library that failed, and would no longer say what it lacks. */
    static final Gpu HERE = look();

    private static Gpu look() {
        try {
            return new Gpu(Optional.of(GpuDescription.read()), Optional.empty());
        } catch (CudaException e) {
            return new Gpu(Optional.empty(), Optional.of(e));
        }
    }

    /** Refuses to go on without a GPU. */
    void require() {
        if (trouble.isPresent()) {
            throw trouble.get();
        }
    }

    @Override
    public String toString() {
        return found.map(GpuDescription::toString)
                .orElseGet(() -> trouble.orElseThrow().getMessage());
    }
}
