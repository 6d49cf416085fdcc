package org.physgrad.plugins.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.physgrad.plugins.PluginException;

class PluginProjectTest {

    private static final URI REPOSITORY = URI.create("file:///opt/physgrad/maven/");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsTemplatesWithNothingLeftToFillIn(ProjectKind kind) throws Exception {
        PluginProject project = project("my-part", kind, null);
        Path target = folder.resolve("made");
        project.write(target);
        for (Path file : project.files()) {
            String text = Files.readString(target.resolve(file));
            assertFalse(text.isBlank() || text.contains("{{"), file + ":\n" + text);
        }
        String name = "MyPart" + kind.suffix();
        String source = Files.readString(target.resolve("src/main/java/org/example/mypart/" + name + ".java"));
        assertTrue(source.contains("FACTORY + \"my-part\"") && source.contains("class " + name), source);
        String pom = Files.readString(target.resolve("pom.xml"));
        assertTrue(pom.contains(">" + REPOSITORY + "<"), pom);
    }

    @ParameterizedTest
    @CsvSource({
        "my-solver, MySolver",
        "l-bfgs-2, LBfgs2Solver",
        "solver, Solver",
        "spectral-gradient, SpectralGradientSolver"
    })
    void classesAreNamedAfterTheirTypes(String type, String className) throws PluginException {
        ProjectName name = ProjectName.of(type, ProjectKind.SOLVER, Optional.of("edu.uni.waves"));
        assertEquals(className, name.className());
        assertEquals("edu.uni.waves", name.packageName());
    }

    @ParameterizedTest
    @CsvSource({
        "My-Solver, , no type name",
        "-x, , no type name",
        "../x, , no type name",
        "class, , no Java package",
        "mine, org.example.new, no Java package",
        "mine, org..example, no Java package",
        "inverse-solver, , a class InverseSolver"
    })
    void wrongNamesAreRefusedWithTheReason(String type, String packageName, String reason) {
        PluginException refused =
                assertThrows(PluginException.class, () -> project(type, ProjectKind.SOLVER, packageName));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void aFolderWithSomethingInItStaysAsItIs() throws Exception {
        Path target = Files.createDirectory(folder.resolve("mine"));
        PluginProject project = project("mine", ProjectKind.SOLVER, null);
        Files.writeString(target.resolve("notes.txt"), "my notes");
        PluginException refused = assertThrows(PluginException.class, () -> project.write(target));
        assertTrue(refused.getMessage().contains("is not empty"), refused.getMessage());
        assertEquals(List.of(target), entries(folder));
        assertEquals(List.of(target.resolve("notes.txt")), entries(target));
        Files.delete(target.resolve("notes.txt"));
        project.write(target);
        assertTrue(Files.exists(target.resolve("pom.xml")));
    }

    @Test
    void aFolderInNoFolderIsRefused() throws Exception {
        PluginProject project = project("mine", ProjectKind.SOLVER, null);
        PluginException refused = assertThrows(PluginException.class, () -> project.write(folder.resolve("none/mine")));
        assertTrue(refused.getMessage().contains("there is no folder"), refused.getMessage());
    }

    private static PluginProject project(String type, ProjectKind kind, String packageName) throws PluginException {
        return new PluginProject(ProjectName.of(type, kind, Optional.ofNullable(packageName)), REPOSITORY);
    }

    private static List<Path> entries(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.toList();
        }
    }
}
