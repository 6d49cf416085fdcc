package org.physgrad.tests.window;

import java.io.IOException;
import java.nio.file.Path;
import org.physgrad.tests.plugins.PluginJar;

/** A plug-in of a third party with three views: one that works, one that throws when it is opened, and one that throws when it is painted. */
final class ViewPlugin {

    static final String NAME = "org.example.views";

    private ViewPlugin() {}

    static Path build(Path folder) throws IOException {
        String interfaceName = "org.physgrad.workbench.spi.View";
        return new PluginJar(NAME, "1.0.0", "org.physgrad.workbench.spi;version=\"[1.0,2)\",javax.swing")
                .header("Bundle-Name", "Good and bad views")
                .component("Works", interfaceName, "")
                .component("ThrowsAtOpening", interfaceName, "")
                .component("ThrowsAtPainting", interfaceName, "")
                .source("Works", source("Works", "return Content.of(new JLabel(\"works\"));"))
                .source(
                        "ThrowsAtOpening",
                        source("ThrowsAtOpening", "throw new IllegalStateException(\"thrown at opening\");"))
                .source("ThrowsAtPainting", source("ThrowsAtPainting", """
                        return Content.of(new JPanel() {
                            @Override
                            protected void paintComponent(java.awt.Graphics g) {
                                throw new IllegalStateException("thrown at painting");
                            }
                        });"""))
                .build(folder);
    }

    private static String source(String name, String open) {
        return """
                package org.example;

                import javax.swing.*;
                import org.physgrad.workbench.spi.*;

                public final class %s implements View {
                    public Description description() {
                        return new Description("org.example.%s", "%s", Place.CENTER, 500, false);
                    }

                    public Content open(Workbench workbench) {
                        %s
                    }
                }
                """.formatted(name, name, name, open);
    }
}
