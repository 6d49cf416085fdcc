package org.physgrad.plugins.authoring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.physgrad.plugins.PluginException;

/** The Maven project of a new plug-in: one annotated class, its test, a README, and how to build them. */
public final class PluginProject {

    /** Version that a new plug-in begins with. */
    public static final String VERSION = "1.0.0";

    private final Map<Path, String> files = new LinkedHashMap<>();

    /**
     * Makes a project, not written yet.
     *
     * @param name what it is called
     * @param repository Maven repository that has PhysGrad's contracts, the folder {@code maven/} of a distribution
     * @throws PluginException if the class would be named like one that it uses
     */
    public PluginProject(ProjectName name, URI repository) throws PluginException {
        String className = name.className();
        Templates templates = new Templates(Map.of(
                "type", name.type(),
                "kind", name.kind().toString(),
                "title", name.title(),
                "class", className,
                "package", name.packageName(),
                "version", VERSION,
                "repository", repository.toString()));
        Path folder = Path.of(name.packageName().replace('.', '/'));
        Path main = Path.of("src/main/java").resolve(folder);
        Path test = Path.of("src/test/java").resolve(folder);
        files.put(Path.of("README.md"), templates.text("common/README.md") + templates.text(name.kind() + "/use.md"));
        files.put(Path.of("pom.xml"), templates.text("common/pom.xml"));
        files.put(Path.of("bnd.bnd"), templates.text("common/bnd.bnd"));
        files.put(Path.of(".gitignore"), templates.text("common/gitignore"));
        files.put(main.resolve("package-info.java"), templates.text("common/package-info.java"));
        files.put(main.resolve(className + ".java"), templates.text(name.kind() + "/Part.java"));
        files.put(test.resolve(className + "Test.java"), templates.text(name.kind() + "/PartTest.java"));
        Pattern used = Pattern.compile("^import .*\\." + className + ";$", Pattern.MULTILINE);
        if (files.values().stream().anyMatch(text -> used.matcher(text).find())) {
            throw new PluginException(
                    "'" + name.type() + "' would make a class " + className + ", as there is one already in PhysGrad;"
                            + " choose a name of its own, such as my-" + name.type(),
                    null);
        }
    }

    /**
     * Lists the files.
     *
     * @return their paths in the project
     */
    public List<Path> files() {
        return List.copyOf(files.keySet());
    }

    /**
     * Writes the project, whole or not at all.
     *
     * @param folder where to; must not exist yet, or be an empty folder
     * @throws PluginException if it cannot be written
     */
    public void write(Path folder) throws PluginException {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new PluginException(
                    "there is no folder " + parent + " to write " + target.getFileName() + " into", null);
        }
        try {
            String process = Long.toString(ProcessHandle.current().pid());
            Path temporary =
                    Files.createDirectory(parent.resolve("." + target.getFileName() + "." + process + ".part"));
            try {
                for (Map.Entry<Path, String> file : files.entrySet()) {
                    Path path = temporary.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
                Files.deleteIfExists(target);
                Files.move(temporary, target);
            } finally {
                delete(temporary);
            }
        } catch (DirectoryNotEmptyException e) {
            throw new PluginException(target + " is not empty; choose another folder with --out", e);
        } catch (IOException e) {
            throw new PluginException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
