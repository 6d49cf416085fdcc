package org.physgrad.workbench.shell;

import java.util.stream.Collectors;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.PartType;

/** What computes: the processor and the executors that are installed. */
final class Machine {

    private Machine() {}

    static String describe(Catalog catalog) {
        int threads = Runtime.getRuntime().availableProcessors();
        String executors =
                catalog.types(Kind.EXECUTOR).stream().map(PartType::name).collect(Collectors.joining(", "));
        return System.getProperty("os.arch") + ", " + threads + (threads == 1 ? " thread" : " threads") + "  |  "
                + "executors: " + executors;
    }
}
