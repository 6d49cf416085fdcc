package org.physgrad.plugins;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A bundle without classes.
 *
 * @param part the part that it claims to offer, such as {@code solver/newton}
 * @param imports the Import-Package header
 */
record TestBundle(String name, String version, String part, String imports) {

    static TestBundle of(String name, String version) {
        return new TestBundle(name, version, "solver/" + name, "org.osgi.framework;version=\"[1.8,2)\"");
    }

    TestBundle offering(String other) {
        return new TestBundle(name, version, other, imports);
    }

    TestBundle importing(String header) {
        return new TestBundle(name, version, part, header);
    }

    /** Writes {@code name-version.jar}. */
    Path write(Path folder) throws IOException {
        return writeTo(folder.resolve(name + "-" + version + ".jar"));
    }

    Path writeTo(Path file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        attributes.putValue("Bundle-Version", version);
        attributes.putValue("Import-Package", imports);
        attributes.putValue("Service-Component", "OSGI-INF/part.xml");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/part.xml"));
            jar.write("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" factory=\"org.physgrad.%s\"/>"
                    .formatted(part)
                    .getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
