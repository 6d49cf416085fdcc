package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script in the root of the source tree builds again what has changed, and nothing for files that commands leave there. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for Unix")
class SourceTreeTest {

    private static final Path ROOT =
            Path.of(System.getProperty("physgrad.docs")).resolveSibling("physgrad");
    private static final Instant BUILT = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path tree;

    /** A tree with the script and a product that was built after its only sources, and a Maven that only says that it builds. */
    @BeforeEach
    void makeTree() throws IOException {
        Files.copy(ROOT, tree.resolve("physgrad"));
        for (String source : new String[] {
            "pom.xml",
            "features/core.json",
            "bundles/x/X.java",
            "runtime/x/Y.java",
            "examples/sine-paper.json",
            "examples/paper/sine.json"
        }) {
            write(source, "", BUILT.minusSeconds(1));
        }
        write("runtime/distribution/target/physgrad/bin/physgrad", "#!/bin/sh\necho started\n", BUILT);
        write("runtime/distribution/target/physgrad/.built", "", BUILT);
        write("tools/mvn", "#!/bin/sh\nexit 1\n", BUILT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "examples/data/x.npy",
                "examples/data/runs/heat-from-files/experiment.json",
                "examples/mine.json",
                "runs/heat-quick/experiment.json",
                "bundles/x/README.md"
            })
    void startsAtOnceBesideWhatUsersWrite(String file) throws Exception {
        write(file, "", BUILT.plusSeconds(1));
        assertEquals("started", start().out().strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "bundles/x/X.java",
                "runtime/x/New.java",
                "examples/paper/sine.json",
                "features/core.json"
            })
    void buildsWhenASourceIsNewer(String file) throws Exception {
        write(file, "changed", BUILT.plusSeconds(1));
        Product.Result result = start();
        assertEquals(
                "Sources have changed: building PhysGrad...", result.errLines().get(0), result::toString);
        assertEquals(1, result.exitCode(), "the Maven of this tree fails");
    }

    private Product.Result start() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(tree.resolve("physgrad").toString());
        builder.environment().merge("PATH", tree.resolve("tools").toString(), (path, tools) -> tools + ":" + path);
        return Product.run(builder);
    }

    private void write(String name, String content, Instant modified) throws IOException {
        Path file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(modified));
        if (content.startsWith("#!")) {
            file.toFile().setExecutable(true);
        }
    }
}
