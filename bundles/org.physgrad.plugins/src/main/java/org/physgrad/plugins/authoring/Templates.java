package org.physgrad.plugins.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.commons.text.StringSubstitutor;

/** Texts with names in double braces, such as <code>{{package}}</code>, in whose place values come. */
final class Templates {

    private final StringSubstitutor substitutor;

    Templates(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        versions().forEach((name, version) -> all.put("version." + name, version.toString()));
        this.substitutor = new StringSubstitutor(all, "{{", "}}").setEnableUndefinedVariableException(true);
    }

    /** Fills a template in. */
    String text(String name) {
        return substitutor.replace(resource(name));
    }

    /** The versions that this PhysGrad was built with. */
    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = open("versions.properties")) {
            versions.load(in);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = Templates.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("this bundle lacks its template " + name);
        }
        return in;
    }
}
