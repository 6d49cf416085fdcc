package org.physgrad.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a part of a run computes, written for a GPU in CUDA C. Where every part of a run has device code, whole iterations can stay on the GPU; else its physics runs on the
 * processor as ever. A plug-in brings its source as a resource and needs nothing of CUDA itself.
 *
 * <p>The source defines the functions that its contract asks for: {@link Simulator#simulatorCode}, {@link InverseSolver#solverCode}, {@link Loss#lossCode},
 * {@link Problem#problemCode}, {@link TrainingScheme#schemeCode}. All parts are compiled together, so other names should begin with that of the part. Each
 * function works on one example and is called by all threads of one block. On entry and on return all arrays are complete and seen by all threads:
 * whoever writes what other threads read ends with {@code __syncthreads()}. There is:
 *
 * <ul>
 *   <li>{@code real}: {@code double} or {@code float}, as {@link Simulator#precision} says; {@code CAUSES}, {@code EFFECTS}, {@code INPUTS}, {@code OUTPUTS}:
 *       numbers of one example's cause, effect, network input and network output;
 *   <li>{@code FOR_ALL(i, count)}: a loop head that shares the indices from 0 to count - 1 out to the threads;
 *   <li>{@code block_sum(value)}: the sum over all threads of a double, which each of them gets; synchronises the threads;
 *   <li>each constant by its name, and each table and work array as {@code double*}. They hide in the last two parameters of every function, {@code const
 *       double* tables, double* work}, which are to be named so and handed on.
 * </ul>
 *
 * @param source CUDA C
 * @param constants numbers that the source leaves open, by name
 * @param tables arrays that do not change, by name
 * @param work how many doubles of memory to work with each example needs, by name; contents are undefined when an iteration begins
 */
public record DeviceCode(
        String source,
        Map<String, ? extends Number> constants,
        Map<String, double[]> tables,
        Map<String, Integer> work) {

    /** Keeps the order. */
    public DeviceCode {
        constants = new LinkedHashMap<>(constants);
        tables = new LinkedHashMap<>(tables);
        work = new LinkedHashMap<>(work);
    }

    /**
     * Reads a source.
     *
     * @param owner a class in whose package the resource lies
     * @param resource name of the resource
     * @return the source
     * @throws IllegalArgumentException if there is no such resource
     */
    public static String source(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no resource '" + resource + "' beside the class "
                        + owner.getName() + "; device code lies in the folder of its package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
