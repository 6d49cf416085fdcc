package org.physgrad.api;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a simulator needs beside the cause x to compute its effect, by name: the parameter {@code a} of the sine problem, the
 * initial marker {@code m0} of the fluid. Each array has the batch as its first axis.
 */
public final class Context {

    /** A context without any array. */
    public static final Context EMPTY = new Context(Map.of());

    private final Map<String, INDArray> arrays;

    private Context(Map<String, INDArray> arrays) {
        this.arrays = new TreeMap<>(arrays);
    }

    /**
     * Makes a context of named arrays.
     *
     * @param arrays arrays by name, each {@code [batch, ...]}
     * @return the context
     */
    public static Context of(Map<String, INDArray> arrays) {
        return arrays.isEmpty() ? EMPTY : new Context(arrays);
    }

    /**
     * Makes a context of one named array.
     *
     * @param name its name
     * @param array the array, {@code [batch, ...]}
     * @return the context
     */
    public static Context of(String name, INDArray array) {
        return new Context(Map.of(name, array));
    }

    /**
     * Looks up an array.
     *
     * @param name the array's name
     * @return the array, {@code [batch, ...]}
     * @throws IllegalArgumentException if the context has no such array; the message names it and those there are
     */
    public INDArray get(String name) {
        INDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("the context has no array '" + name + "', only " + arrays.keySet());
        }
        return array;
    }

    /**
     * Lists the names.
     *
     * @return the names of all arrays, sorted
     */
    public Set<String> names() {
        return Collections.unmodifiableSet(arrays.keySet());
    }
}
