package org.physgrad.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.PartType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what is installed. */
@Command(name = "list", description = "Lists the problems, networks, solvers and other parts that are installed.")
final class ListCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    ListCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        for (Kind<?> kind : Kind.ALL) {
            out.println(kind.name() + "s");
            for (PartType type : catalog.types(kind)) {
                out.printf(Locale.ROOT, "  %-18s %s%n", type.name(), type.description());
                Availability.of(catalog, type).ifPresent(line -> out.printf(Locale.ROOT, "  %-18s %s%n", "", line));
            }
        }
        out.flush();
        return ExitCode.DONE;
    }
}
