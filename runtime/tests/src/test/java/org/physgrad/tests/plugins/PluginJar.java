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

/** Builds the bundle of a third party, as somebody would who has nothing but the distribution. Its classes are in the package {@code org.example}. */
public final class PluginJar {

    private static final String COMPONENTS = "OSGI-INF/components.xml";

    private final String name;
    private final String version;
    private final Manifest manifest = new Manifest();
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> components = new ArrayList<>();

    /**
     * @param name symbolic name of the bundle
     * @param version its version
     * @param imports the Import-Package header
     */
    public PluginJar(String name, String version, String imports) {
        this.name = name;
        this.version = version;
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", name);
        header("Bundle-Version", version);
        header("Import-Package", imports);
        header("Service-Component", COMPONENTS);
    }

    /** Adds a header to the manifest. */
    public PluginJar header(String header, String value) {
        manifest.getMainAttributes().putValue(header, value);
        return this;
    }

    /** Adds a class. */
    public PluginJar source(String className, String text) {
        sources.add(
                new SimpleJavaFileObject(
                        URI.create("memory:///org/example/" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                });
        return this;
    }

    /**
     * Makes one of the classes a component.
     *
     * @param service the interface of its service
     * @param attributes further attributes of the component's XML element, such as its factory
     */
    public PluginJar component(String className, String service, String attributes) {
        components.add("""
                <scr:component name="org.example.%s" %s>
                  <implementation class="org.example.%s"/>
                  <service><provide interface="%s"/></service>
                </scr:component>
                """.formatted(className, attributes, className, service));
        return this;
    }

    /** Compiles and packs the bundle. */
    public Path build(Path folder) throws IOException {
        Path file = folder.resolve(name + "-" + version + ".jar");
        String xml = "<components xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\">" + String.join("", components)
                + "</components>";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            write(jar, COMPONENTS, xml.getBytes(StandardCharsets.UTF_8));
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
}
