package org.physgrad.tests.plugins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.physgrad.tests.Product;

/**
 * Builds the bundle of a third-party inverse solver, as somebody would who has nothing but the distribution. It makes one step down the gradient.
 *
 * @param name symbolic name of the bundle
 * @param version its version
 * @param type type name of the solver
 * @param imports the Import-Package header
 * @param activator body of the bundle activator's start method, empty for a bundle without one
 * @param step the new x as an expression of {@code x0} and {@code gradient}
 */
record SolverPlugin(String name, String version, String type, String imports, String activator, String step) {

    static final String IMPORTS =
            "org.physgrad.api;version=\"[1.0,2)\",org.nd4j.linalg.api.ndarray,org.osgi.framework,org.nd4j.linalg.factory";

    static SolverPlugin of(String version) {
        return new SolverPlugin("org.example.downhill", version, "downhill", IMPORTS, "", "x0.sub(gradient.mul(0.1))");
    }

    SolverPlugin named(String other) {
        return new SolverPlugin(other, version, type, imports, activator, step);
    }

    SolverPlugin offering(String other) {
        return new SolverPlugin(name, version, other, imports, activator, step);
    }

    SolverPlugin importing(String header) {
        return new SolverPlugin(name, version, type, header, activator, step);
    }

    SolverPlugin activatedBy(String body) {
        return new SolverPlugin(name, version, type, imports, body, step);
    }

    SolverPlugin stepping(String expression) {
        return new SolverPlugin(name, version, type, imports, activator, expression);
    }

    /** Compiles and packs the bundle. */
    Path build(Path folder) throws IOException {
        Path file = folder.resolve(name + "-" + version + ".jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        attributes.putValue("Bundle-Version", version);
        attributes.putValue("Bundle-Name", "Steps downhill");
        attributes.putValue("Import-Package", imports);
        attributes.putValue("Service-Component", "OSGI-INF/solver.xml");
        if (!activator.isEmpty()) {
            attributes.putValue("Bundle-Activator", "org.example.Activator");
        }
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            write(jar, "OSGI-INF/solver.xml", """
                    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="org.example.Solver"
                        factory="org.physgrad.solver/%s">
                      <implementation class="org.example.Solver"/>
                      <service><provide interface="org.physgrad.api.InverseSolver"/></service>
                    </scr:component>
                    """.formatted(type).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : compile().entrySet()) {
                write(jar, entry.getKey().replace('.', '/') + ".class", entry.getValue());
            }
        }
        return file;
    }

    private static void write(JarOutputStream jar, String entry, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(entry));
        jar.write(content);
        jar.closeEntry();
    }

    private Map<String, byte[]> compile() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        sources.add(source("Solver", """
                package org.example;

                import org.nd4j.linalg.api.ndarray.INDArray;
                import org.nd4j.linalg.factory.Nd4j;
                import org.physgrad.api.*;

                public final class Solver implements InverseSolver {
                    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
                        INDArray gradient = task.simulator()
                                .adjoint(x0, task.loss().gradient(y0, task.target()), task.context());
                        INDArray x = %s;
                        java.util.List<Solution.Outcome> outcomes = new java.util.ArrayList<>();
                        for (int i = 0; i < x0.size(0); i++) {
                            boolean finite = Double.isFinite(x.slice(i).sumNumber().doubleValue());
                            outcomes.add(new Solution.Outcome(
                                    finite ? Solution.Status.STEPPED : Solution.Status.DIVERGED, Double.NaN, 1, ""));
                        }
                        return new Solution(x, outcomes);
                    }
                }
                """.formatted(step)));
        if (!activator.isEmpty()) {
            sources.add(source("Activator", """
                    package org.example;

                    public final class Activator implements org.osgi.framework.BundleActivator {
                        public void start(org.osgi.framework.BundleContext context) throws Exception {
                            %s
                        }

                        public void stop(org.osgi.framework.BundleContext context) {}
                    }
                    """.formatted(activator)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
        try (JavaFileManager manager = new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return classes.computeIfAbsent(className, unused -> new ByteArrayOutputStream());
                    }
                };
            }
        }) {
            boolean compiled = compiler.getTask(
                            null, manager, null, List.of("-cp", classPath(), "-proc:none"), null, sources)
                    .call();
            if (!compiled) {
                throw new IllegalStateException("the plug-in does not compile");
            }
        }
        return classes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toByteArray()));
    }

    /** All jars of the distribution: that is what a plug-in's author has. */
    private static String classPath() {
        try (Stream<Path> files = Files.walk(Product.HOME)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("memory:///org/example/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
