package org.physgrad.engine.training;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.ResidentExecution;
import org.physgrad.api.ResidentTask;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.data.ExampleSource;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.math.PhiloxStreams;

/** All that a run is put together of for as long as its bundles stay the same: parts, network, and what computes the network. */
final class Assembly implements AutoCloseable {

    private final Experiment experiment;
    private final Parts parts;
    private final ExampleSource examples;
    private final Metrics metrics;
    private final ComputationGraph graph;
    private final Parts.ChosenExecutor executor;
    private int threads;
    private NetworkExecution execution;
    private Algorithm algorithm;

    private Assembly(Experiment experiment, Parts parts, ExampleSource examples) {
        this.experiment = experiment;
        this.parts = parts;
        this.examples = examples;
        this.metrics = Metrics.of(parts.problem(), examples);
        this.graph = initialNetwork();
        this.executor = parts.executor(experiment.executor(), graph);
    }

    /**
     * Puts a run together, with the initial weights.
     *
     * @throws InvalidExperimentException if parts are missing or do not fit together; nothing stays open then
     */
    static Assembly bind(Catalog catalog, Experiment experiment) {
        Parts parts = Parts.bind(catalog, experiment);
        try {
            ExampleSource examples = ExampleSource.open(experiment, parts.problem());
            try {
                return new Assembly(experiment.withData(examples.files()), parts, examples);
            } catch (RuntimeException | Error e) {
                examples.close();
                throw e;
            }
        } catch (RuntimeException | Error e) { // a plug-in built against other classes throws errors
            parts.close();
            throw e;
        }
    }

    /** The experiment, with the checksums of the files that it names. */
    Experiment experiment() {
        return experiment;
    }

    /** Makes ready to iterate, on the thread that will. */
    void open(int processorThreads) {
        threads = processorThreads;
        Optional<ResidentExecution> resident = executor.executor().openResident(graph, residentTask());
        if (resident.isPresent()) {
            execution = resident.get();
            algorithm = new ResidentAlgorithm(parts, resident.get(), examples, metrics);
        } else {
            execution = executor.executor().open(graph, parts.problem().inputShape(), experiment.batchSize(), threads);
            algorithm = new Algorithm1(experiment, parts, execution, examples, metrics);
        }
    }

    private ResidentTask residentTask() {
        return new ResidentTask(
                parts.problem(),
                parts.solver(),
                parts.scheme(),
                experiment.batchSize(),
                Algorithm1.factor(experiment, parts.problem()),
                experiment.training().clip());
    }

    Algorithm algorithm() {
        return algorithm;
    }

    ComputationGraph graph() {
        return graph;
    }

    /** Names of what is measured. */
    List<String> metricNames() {
        return metrics.names();
    }

    /** Measures the network with the examples that are kept from training, if it is time. */
    Optional<ValidationRecord> validate(int iteration) {
        if (!experiment.validatesAt(iteration)) {
            return Optional.empty();
        }
        Validation validation = new Validation(parts.problem(), examples, metrics, experiment.batchSize());
        try (Prediction prediction =
                new Prediction(parts.problem(), executor.executor(), synchronizedGraph(), threads)) {
            return Optional.of(validation.measure(iteration, prediction));
        } finally {
            algorithm.forgetTime();
        }
    }

    /** The types of all parts, executor included. */
    List<PartType> types() {
        return parts.types();
    }

    TrainingListener.Start start(int threads, String backend) {
        return new TrainingListener.Start(
                metrics.names(),
                examples.description(),
                executor.name(),
                executor.note(),
                threads,
                execution.place(),
                backend,
                NetworkSize.trainable(graph));
    }

    /** Brings the DL4J network up to date. */
    ComputationGraph synchronizedGraph() {
        execution.synchronize();
        return graph;
    }

    /** Copies all that a run depends on between two iterations. */
    TrainingState capture(int iteration) {
        return TrainingState.of(iteration, synchronizedGraph());
    }

    @Override
    public void close() {
        if (algorithm != null) {
            algorithm.close();
            algorithm = null;
        }
        if (execution != null) {
            execution.close();
            execution = null;
        }
        examples.close();
        parts.close();
    }

    private ComputationGraph initialNetwork() {
        ComputationGraph network = parts.newGraph(experiment.seed());
        parts.network().initialize(network, new PhiloxStreams(experiment.seed(), 0).stream("initial-weights"));
        return network;
    }
}
