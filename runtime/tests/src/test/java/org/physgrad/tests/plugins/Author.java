package org.physgrad.tests.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.physgrad.tests.Product;

/**
 * The machine of somebody who writes plug-ins: a folder with PhysGrad in it, and Maven with a repository of its own, which has no artifacts of PhysGrad and for
 * all others those of the running build, without a network.
 */
final class Author implements AutoCloseable {

    private static final Path MAVEN = Path.of(System.getProperty("physgrad.maven", "unknown"));
    private static final Path REPOSITORY = Path.of(System.getProperty("physgrad.maven.repository", "unknown"));

    private final Path folder;
    private final Path home;
    private final Path plugins;
    private final Path tools;

    private Author(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("physgrad"));
        this.plugins = folder.resolve("plugins");
        this.tools = Files.createDirectories(folder.resolve("tools"));
        Files.createSymbolicLink(home.resolve("physgrad"), Product.HOME.resolve("bin/physgrad"));
        Files.createSymbolicLink(home.resolve("examples"), Product.HOME.resolve("examples"));
        Path repository = Files.createDirectories(folder.resolve("repository"));
        link(REPOSITORY, repository, "org");
        link(REPOSITORY.resolve("org"), Files.createDirectory(repository.resolve("org")), "physgrad");
        Path settings = Files.writeString(tools.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror><id>at-hand</id><mirrorOf>external:*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(REPOSITORY.toUri()));
        Path maven = Files.writeString(tools.resolve("mvn"), """
                #!/bin/sh
                unset MAVEN_OPTS
                exec "%s/bin/mvn" --legacy-local-repository --batch-mode --settings "%s" "-Dmaven.repo.local=%s" "$@"
                """.formatted(MAVEN, settings, repository));
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Sets the machine up, or skips the test where there is no Maven to build with. */
    static Author in(Path folder) throws IOException {
        assumeTrue(
                Files.isExecutable(MAVEN.resolve("bin/mvn")) && Files.isDirectory(REPOSITORY),
                "skipped: only a build with Maven knows where Maven and its repository are");
        return new Author(folder);
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                if (!entry.getFileName().toString().equals(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    /** Where PhysGrad is. */
    Path home() {
        return home;
    }

    /** Where PhysGrad keeps the plug-ins. */
    Path plugins() {
        return plugins;
    }

    /** Types a line into a shell, in the folder of PhysGrad; it must succeed. */
    Product.Result type(String line) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(List.of("sh", "-c", line)).directory(home.toFile());
        shell.environment().putAll(Map.of("PHYSGRAD_PLUGINS", plugins.toString()));
        shell.environment().merge("PATH", tools.toString(), (path, first) -> first + ":" + path);
        Product.Result result = Product.run(shell);
        assertEquals(0, result.exitCode(), () -> line + "\n" + result);
        return result;
    }

    /** Removes the links out of the folder, so that whoever deletes it need not ask what is behind them. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }
}
