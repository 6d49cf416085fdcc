package org.physgrad.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays by name. */
class ContextTest {

    /** Whoever goes through the names, such as for a picture or a file, does so in the same order in each process. */
    @Test
    void namesAreSortedAndCannotBeChanged() {
        Map<String, INDArray> arrays = new HashMap<>();
        List.of("m0", "a", "wind", "b", "zeta", "k", "q", "c").forEach(name -> arrays.put(name, null));
        Context context = Context.of(arrays);
        assertEquals(List.of("a", "b", "c", "k", "m0", "q", "wind", "zeta"), List.copyOf(context.names()));
        assertThrows(UnsupportedOperationException.class, () -> context.names().remove("a"));
    }
}
