package org.physgrad.engine.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.physgrad.engine.training.TrainingListener;

/** Describes where a run took place, so that its numbers can be placed later. */
public final class Environment {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Environment() {}

    static String describe(TrainingListener.Start start) throws IOException {
        JsonObject root = new JsonObject();
        root.addProperty("executor", start.executor());
        if (!start.device().isEmpty()) {
            root.addProperty("device", start.device());
        }
        root.addProperty("threads", start.threads());
        root.addProperty("backend", start.backend());
        root.addProperty("parameters", start.parameters());
        root.addProperty("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        root.addProperty(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        root.addProperty("processor", processor());
        root.addProperty("processors", Runtime.getRuntime().availableProcessors());
        root.add("bundles", bundles());
        return GSON.toJson(root) + "\n";
    }

    /**
     * Names the processor.
     *
     * @return its model where the system tells it, otherwise its architecture
     */
    public static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.lines(info, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException | UncheckedIOException e) {
            return System.getProperty("os.arch"); // not every system has such a file
        }
    }

    /** Lists the bundles of this program with the hash of each. */
    private static JsonArray bundles() throws IOException {
        JsonArray list = new JsonArray();
        Bundle engine = FrameworkUtil.getBundle(Environment.class);
        if (engine == null) {
            return list;
        }
        Bundle[] all = engine.getBundleContext().getBundles();
        for (Bundle bundle : Stream.of(all)
                .filter(b -> b.getBundleId() != 0)
                .sorted(Comparator.comparing(Bundle::getSymbolicName))
                .toList()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", bundle.getSymbolicName());
            entry.addProperty("version", bundle.getVersion().toString());
            entry.addProperty("sha256", BundleHash.of(bundle));
            list.add(entry);
        }
        return list;
    }
}
