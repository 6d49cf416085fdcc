package org.physgrad.engine.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkFactory;
import org.physgrad.api.Problem;
import org.physgrad.api.TrainingScheme;
import org.physgrad.api.WeightOptimizer;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartException;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.data.DataFit;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.PartSpec;

/** The parts of one run: instances of all that an experiment names, checked to fit together. */
public final class Parts implements AutoCloseable {

    private final Catalog catalog;
    private final Deque<Part<?>> open = new ArrayDeque<>();
    private final List<PartType> types = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Problem problem;
    private NetworkFactory network;
    private TrainingScheme scheme;
    private Optional<InverseSolver> solver = Optional.empty();
    private WeightOptimizer optimizer;

    private Parts(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Makes the parts of an experiment.
     *
     * @param catalog the installed parts
     * @param experiment the experiment
     * @return its parts; close them after the run
     * @throws InvalidExperimentException if a part refuses its values or another part; nothing stays open then
     */
    public static Parts bind(Catalog catalog, Experiment experiment) {
        Parts parts = new Parts(catalog);
        Experiment.Training training = experiment.training();
        parts.problem = parts.create(Kind.PROBLEM, experiment.problem(), "problem");
        parts.network = parts.create(Kind.NETWORK, experiment.network(), "network");
        parts.scheme = parts.create(Kind.SCHEME, training.scheme(), "training");
        parts.solver = training.solver().map(spec -> parts.create(Kind.SOLVER, spec, "training.solver"));
        parts.optimizer = parts.create(Kind.OPTIMIZER, experiment.optimizer(), "optimizer");
        if (parts.findings.isEmpty()) {
            parts.checkFit(experiment);
        }
        if (!parts.findings.isEmpty()) {
            parts.close();
            throw new InvalidExperimentException(parts.findings);
        }
        return parts;
    }

    /** The inverse problem. */
    public Problem problem() {
        return problem;
    }

    /** The network. */
    public NetworkFactory network() {
        return network;
    }

    /** The training scheme. */
    public TrainingScheme scheme() {
        return scheme;
    }

    /** The inverse solver, where the scheme uses one. */
    public Optional<InverseSolver> solver() {
        return solver;
    }

    /** The weight optimizer. */
    public WeightOptimizer optimizer() {
        return optimizer;
    }

    /**
     * Makes the network that is trained.
     *
     * @param seed what executors draw masks of dropout from
     * @return an initialised DL4J graph; its weights are for {@link #network()} or a checkpoint to set
     */
    public ComputationGraph newGraph(long seed) {
        ComputationGraphConfiguration configuration =
                network.configure(problem.inputShape(), problem.outputShape(), optimizer.updater());
        configuration.getDefaultConfiguration().setSeed(seed);
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return graph;
    }

    /** The types of all parts that were made, with the bundles that they come from. */
    List<PartType> types() {
        return List.copyOf(types);
    }

    /**
     * Chooses what computes the network.
     *
     * @param name type name of an executor, or {@link Experiment#AUTO}
     * @param graph the initialised network
     * @return the chosen executor, the highest in rank that does not refuse the network
     * @throws InvalidExperimentException if all that come into question refuse the network
     */
    ChosenExecutor executor(String name, ComputationGraph graph) {
        List<String> candidates = name.equals(Experiment.AUTO)
                ? catalog.types(Kind.EXECUTOR).stream().map(PartType::name).toList()
                : List.of(name);
        List<String> refusals = new ArrayList<>();
        List<ChosenExecutor> byRank = candidates.stream()
                .flatMap(candidate -> openExecutor(candidate, refusals).stream())
                .filter(candidate ->
                        candidate.name().equals(name) || candidate.executor().rank() >= 0)
                .sorted(Comparator.comparingInt(
                        candidate -> -candidate.executor().rank()))
                .toList();
        for (ChosenExecutor candidate : byRank) {
            Optional<String> reason = candidate.executor().refuses(graph, problem.inputShape());
            if (reason.isEmpty()) {
                catalog.type(Kind.EXECUTOR, candidate.name()).ifPresent(types::add);
                return new ChosenExecutor(candidate.name(), candidate.executor(), String.join("; ", refusals));
            }
            refusals.add(candidate.name() + " cannot run this network because " + reason.get());
        }
        String message = refusals.isEmpty()
                ? "there is none to compute the network; install one, as a plug-in or as a jar on the class path"
                : String.join("; ", refusals) + "; use auto, or install another executor";
        throw new InvalidExperimentException(List.of(new Finding("executor", message, false)));
    }

    /**
     * Chooses what computes the answers of a trained network. A run may come from another machine: where the executor that it names cannot run here, those of
     * {@link Experiment#AUTO} answer as well.
     *
     * @param name type name of an executor, or {@link Experiment#AUTO}
     * @param graph the trained network
     * @return the chosen executor
     * @throws InvalidExperimentException if all that come into question refuse the network
     */
    ChosenExecutor answering(String name, ComputationGraph graph) {
        try {
            return executor(name, graph);
        } catch (InvalidExperimentException e) {
            return executor(Experiment.AUTO, graph);
        }
    }

    /**
     * The executor of a run.
     *
     * @param name the type name
     * @param executor the executor
     * @param note why faster ones were passed over, empty if none was
     */
    record ChosenExecutor(String name, NetworkExecutor executor, String note) {}

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    /** Makes an executor; one that cannot be made is one that refuses every network. */
    private Optional<ChosenExecutor> openExecutor(String name, List<String> refusals) {
        try {
            Part<NetworkExecutor> part = catalog.create(Kind.EXECUTOR, name, Map.of());
            open.push(part);
            return Optional.of(new ChosenExecutor(name, part.get(), ""));
        } catch (PartException e) {
            refusals.add(name + " cannot be used because " + e.getMessage());
            return Optional.empty();
        }
    }

    private <T> T create(Kind<T> kind, PartSpec spec, String path) {
        try {
            Part<T> part = catalog.create(kind, spec.type(), spec.values());
            open.push(part);
            catalog.type(kind, spec.type()).ifPresent(types::add);
            return part.get();
        } catch (PartException e) {
            findings.add(new Finding(path, e.getMessage(), false));
            return null;
        }
    }

    private void checkFit(Experiment experiment) {
        String problemType = experiment.problem().type();
        solver.flatMap(s -> s.refuses(problem))
                .ifPresent(reason -> misfit(
                        "training.solver",
                        experiment.training().solver().orElseThrow().type() + " cannot serve " + problemType,
                        reason));
        scheme.refuses(problem, solver)
                .ifPresent(reason -> misfit(
                        "training.scheme",
                        experiment.training().scheme().type() + " cannot train " + problemType,
                        reason));
        if (scheme.learnsFromCauses(solver) && !knowsCauses(experiment)) {
            misfit(
                    "training.scheme",
                    experiment.training().scheme().type() + " cannot train " + problemType,
                    experiment.data().isPresent()
                            ? "the files hold no true causes to learn from: set data.cause or training.solver"
                            : "the problem knows no true causes to learn from: set training.solver");
        }
        experiment.data().ifPresent(data -> findings.addAll(DataFit.check(data, problem, problemType)));
        network.refuses(problem.inputShape(), problem.outputShape())
                .ifPresent(reason ->
                        misfit("network.type", experiment.network().type() + " does not fit " + problemType, reason));
    }

    private boolean knowsCauses(Experiment experiment) {
        return experiment.data().map(data -> data.cause().isPresent()).orElse(problem.knowsCause());
    }

    private void misfit(String path, String what, String reason) {
        findings.add(new Finding(path, what + " because " + reason, false));
    }
}
