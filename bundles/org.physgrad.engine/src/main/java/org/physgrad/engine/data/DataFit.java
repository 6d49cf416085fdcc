package org.physgrad.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.physgrad.api.Problem;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.Names;
import org.physgrad.files.ArrayFiles;

/** Tells whether an experiment names the arrays that its problem needs. Opens no file. */
public final class DataFit {

    private DataFit() {}

    /**
     * Compares names.
     *
     * @param data where the arrays lie
     * @param problem the problem
     * @param type its type name, for messages
     * @return what is missing and what is too much
     */
    public static List<Finding> check(DataSpec data, Problem problem, String type) {
        Map<String, long[]> needed = new TreeMap<>(problem.simulator().contextShapes());
        Set<String> given = data.context().keySet();
        List<Finding> findings = new ArrayList<>();
        for (String name : given) {
            if (!needed.containsKey(name)) {
                String message = type + " has no such array; " + Names.advice(name, needed.keySet());
                findings.add(finding(name, message));
            }
        }
        needed.forEach((name, shape) -> {
            if (!given.contains(name)) {
                findings.add(finding(
                        name,
                        "is missing: " + type + " needs this array, " + ArrayFiles.layout(shape) + ", in a file"));
            }
        });
        return findings;
    }

    private static Finding finding(String name, String message) {
        return new Finding(DataFiles.path(DataSpec.contextKey(name)), message, false);
    }
}
