package org.physgrad.cli.plugins;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.authoring.PluginProject;
import org.physgrad.plugins.authoring.ProjectKind;
import org.physgrad.plugins.authoring.ProjectName;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes the project of a new plug-in. */
@Command(
        name = "new",
        description = {
            "Writes the Maven project of a new plug-in: one annotated class, a test of its contract, a README.",
            "It builds as it is; then make it yours."
        })
final class PluginNewCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "type name of the part, such as my-solver")
    private String type;

    @Option(
            names = "--kind",
            required = true,
            converter = KindConverter.class,
            description = "one of: ${COMPLETION-CANDIDATES}")
    private ProjectKind kind;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "Java package of the class, and name of the plug-in (default: org.example.NAME)")
    private String packageName;

    @Option(names = "--out", paramLabel = "DIR", description = "folder to make (default: NAME)")
    private Path out;

    PluginNewCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        PluginProject project;
        try {
            project = new PluginProject(ProjectName.of(type, kind, Optional.ofNullable(packageName)), repository());
        } catch (PluginException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
        requireFree();
        Path folder = out == null ? Path.of(type) : out;
        try {
            project.write(folder);
        } catch (PluginException e) {
            throw Sources.refused("no plug-in is written", e);
        }
        PrintWriter writer = spec.commandLine().getOut();
        writer.println("Wrote the " + kind + " " + type + " into " + folder + ":");
        project.files().forEach(file -> writer.println("    " + file));
        Path jar = folder.resolve("target").resolve(type + "-" + PluginProject.VERSION + ".jar");
        writer.println("Next:");
        writer.println("    mvn -f " + folder + " verify");
        writer.println("    physgrad plugin verify " + jar);
        writer.println("    physgrad plugin install " + jar);
        writer.flush();
        return ExitCode.DONE;
    }

    /** A plug-in could not be installed under a name that is taken. */
    private void requireFree() {
        Kind.ALL.stream()
                .filter(candidate -> candidate.name().equals(kind.toString()))
                .findFirst()
                .flatMap(candidate -> catalog.type(candidate, type))
                .ifPresent(taken -> {
                    throw new CommandException(
                            ExitCode.USAGE,
                            "the " + kind + " '" + type + "' exists already, " + taken.title()
                                    + "; choose another name",
                            null);
                });
    }

    /** The folder of the distribution in which builds find the contracts. */
    private static URI repository() {
        Path folder = Path.of(System.getProperty("physgrad.home", "."), "maven");
        if (!Files.isDirectory(folder)) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "this PhysGrad lacks its folder " + folder + ", which plug-ins are built against; install it again",
                    null);
        }
        return folder.toAbsolutePath().normalize().toUri();
    }

    /** Takes the names that are shown, and lists them once. */
    static final class KindConverter implements ITypeConverter<ProjectKind> {
        @Override
        public ProjectKind convert(String value) {
            return Arrays.stream(ProjectKind.values())
                    .filter(kind -> kind.toString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + Arrays.toString(ProjectKind.values()) + ", not '" + value + "'"));
        }
    }
}
