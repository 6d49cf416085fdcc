package org.physgrad.engine.training;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the update rule of a network remembers between two iterations.
 *
 * @param rules class names of the ND4J updaters that it belongs to
 * @param updates number of updates that went into it, which bias corrections count
 * @param values flat state in DL4J's layout, empty for rules without one
 */
public record UpdaterState(Set<String> rules, int updates, Optional<INDArray> values) {

    private static final String RULE = "iupdater";

    /**
     * Takes apart what a model file holds.
     *
     * @param configuration JSON of the network's configuration
     * @param values flat state in DL4J's layout
     * @return the state, with its rules and its count
     */
    public static UpdaterState of(String configuration, Optional<INDArray> values) {
        JsonElement root = JsonParser.parseString(configuration);
        Set<String> rules = new TreeSet<>();
        collect(root, rules);
        return new UpdaterState(
                rules, root.getAsJsonObject().get("iterationCount").getAsInt(), values);
    }

    /** Looks at the state of a network, which it shares. */
    static UpdaterState of(ComputationGraph network) {
        return of(
                network.getConfiguration().toJson(),
                Optional.ofNullable(network.getUpdater(true).getStateViewArray()));
    }

    UpdaterState copy() {
        return new UpdaterState(rules, updates, values.map(INDArray::dup));
    }

    /**
     * Lets a network go on from this state, if it is of the network's own rule; otherwise the network's rule stays as it is, new.
     *
     * @return why the state was not taken, for people; empty if it was
     */
    Optional<String> restore(ComputationGraph network) {
        UpdaterState fresh = of(network);
        if (!rules.equals(fresh.rules) || length() != fresh.length()) {
            return Optional.of("the state so far is that of " + this + ", of no use to " + fresh);
        }
        values.ifPresent(kept -> fresh.values.orElseThrow().assign(kept));
        network.getConfiguration().setIterationCount(updates);
        return Optional.empty();
    }

    private long length() {
        return values.map(INDArray::length).orElse(0L);
    }

    @Override
    public String toString() {
        return String.join(
                        " and ",
                        rules.stream()
                                .map(rule -> rule.substring(rule.lastIndexOf('.') + 1))
                                .toList())
                + " (" + length() + " numbers)";
    }

    private static void collect(JsonElement element, Set<String> rules) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(child -> collect(child, rules));
        } else if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(entry -> {
                if (entry.getKey().equals(RULE) && entry.getValue().isJsonObject()) {
                    rules.add(entry.getValue().getAsJsonObject().get("@class").getAsString());
                } else {
                    collect(entry.getValue(), rules);
                }
            });
        }
    }
}
