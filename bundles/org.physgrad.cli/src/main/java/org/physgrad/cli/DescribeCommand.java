package org.physgrad.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.ExperimentKeys;
import org.physgrad.engine.experiment.ExperimentSchema;
import org.physgrad.engine.experiment.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains experiment files and the parts they may name. */
@Command(name = "describe", description = "Explains a type with its parameters, or the keys of an experiment.")
final class DescribeCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "TYPE", description = "a type name; 'physgrad list' shows them")
    private String type;

    @Option(names = "--schema", description = "print JSON Schema instead of text")
    private boolean schema;

    DescribeCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (type == null) {
            describeExperiment(out);
        } else {
            describeTypes(out, named());
        }
        out.flush();
        return ExitCode.DONE;
    }

    private List<PartType> named() {
        List<PartType> all =
                Kind.ALL.stream().flatMap(kind -> catalog.types(kind).stream()).toList();
        List<PartType> found =
                all.stream().filter(part -> part.name().equals(type)).toList();
        if (found.isEmpty()) {
            String advice = Names.advice(type, all.stream().map(PartType::name).toList());
            throw new CommandException(
                    ExitCode.MISSING_PLUGIN, "no part of type '" + type + "' is installed; " + advice, null);
        }
        return found;
    }

    private void describeTypes(PrintWriter out, List<PartType> types) {
        for (PartType part : types) {
            if (schema) {
                print(out, ExperimentSchema.part(part));
            } else {
                out.println(part.name() + ": " + part.kind().name() + " of " + part.provider());
                out.println("  " + part.description());
                Availability.of(catalog, part).ifPresent(line -> out.println("  " + line));
                part.parameters().forEach(parameter -> describe(out, parameter));
            }
        }
    }

    private void describeExperiment(PrintWriter out) {
        if (schema) {
            print(out, ExperimentSchema.experiment(catalog));
            return;
        }
        out.println("An experiment has the objects problem, network, training and optimizer, and the keys");
        ExperimentKeys.RUN.forEach(key -> describe(out, key));
        out.println("training has, beside the keys of its scheme and the object solver, the keys");
        ExperimentKeys.TRAINING.forEach(key -> describe(out, key));
        out.println(
                "data, for examples in files instead of generated ones, has the object context of files by name, and the keys");
        ExperimentKeys.DATA.forEach(key -> describe(out, key));
        out.println("'physgrad describe TYPE' explains one part, 'physgrad list' shows all.");
    }

    private static void describe(PrintWriter out, Parameter parameter) {
        out.println("  " + parameter.name() + " = " + parameter.defaultValue() + "   (" + parameter.allowed() + ")");
        out.println("      " + parameter.description());
    }

    private static void print(PrintWriter out, JsonObject object) {
        out.println(new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(object));
    }
}
