package org.physgrad.tests.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.Product;

/** New plug-ins come out of {@code plugin new} ready to be built, verified, installed and used. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "types commands into a Unix shell")
class NewPluginTest {

    private static final List<String> OTHER_KINDS = List.of("problem", "network", "optimizer", "visual");

    @TempDir
    private Path folder;

    @Test
    void theCommandsOfTheManualWorkAsWritten() throws Exception {
        List<String> commands = commands();
        assertTrue(commands.size() <= 5, commands::toString);
        try (Author author = Author.in(folder)) {
            for (String command : commands) {
                author.type(command);
            }
            try (Stream<Path> runs = Files.list(author.home().resolve("runs"))) {
                String experiment =
                        Files.readString(runs.findFirst().orElseThrow().resolve("experiment.json"));
                assertTrue(experiment.contains("my-solver"), experiment);
            }
        }
    }

    /** The first block of commands of the manual. */
    private static List<String> commands() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("physgrad.docs"), "writing-a-plug-in.md")).stream()
                .dropWhile(line -> !line.startsWith("    "))
                .takeWhile(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
    }

    @Test
    void everyOtherKindCanBeBuiltAndUsedToo() throws Exception {
        try (Author author = Author.in(folder)) {
            build(author);
            verifyAndInstall(author);
            String parts = Stream.of("problem", "network", "optimizer")
                    .map(kind -> "--set '%s={ \"type\": \"my-%1$s\" }'".formatted(kind))
                    .collect(Collectors.joining(" "));
            author.type("./physgrad run examples/sine-quick.json --set iterations=20 "
                    + "--set 'training={ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"l-bfgs\" } }' "
                    + parts);
        }
    }

    private void build(Author author) throws Exception {
        StringBuilder modules = new StringBuilder();
        for (String kind : OTHER_KINDS) {
            author.type("./physgrad plugin new my-%s --kind %1$s --out ../my-%1$s".formatted(kind));
            modules.append("<module>my-").append(kind).append("</module>");
        }
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId><artifactId>all</artifactId><version>1</version><packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """.formatted(modules));
        // Their tests are the clauses that verify checks.
        author.type("mvn -f .. -DskipTests package");
    }

    private void verifyAndInstall(Author author) throws Exception {
        try (Session session = Session.paused(folder, author.plugins())) {
            for (String kind : OTHER_KINDS) {
                Path jar = folder.resolve("my-" + kind + "/target/my-" + kind + "-1.0.0.jar");
                session.send("plugin verify %s", jar);
                assertEquals(jar + ": passed", session.await(jar + ": "));
                session.send("plugin install %s", jar);
                session.await("Installed");
            }
            session.send("list");
            session.await("my-visual");
            session.send("cancel");
            assertEquals(130, Product.exitCode(session.process()));
        }
    }
}
