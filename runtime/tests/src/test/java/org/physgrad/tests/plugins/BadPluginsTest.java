package org.physgrad.tests.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.Product;

/** Plug-ins that are wrong in some way are refused with the reason, and nothing changes. */
class BadPluginsTest {

    @TempDir
    private Path folder;

    @Test
    void eachIsRefusedAndNothingChanges() throws Exception {
        try (Session session = Session.paused(folder, folder.resolve("plugins"))) {

            byte[] jar = Files.readAllBytes(SolverPlugin.of("1.0.0").build(folder));
            Path corrupt = Files.write(folder.resolve("corrupt.jar"), Arrays.copyOf(jar, jar.length * 2 / 3));
            session.send("plugin install %s", corrupt);
            session.await("is damaged");
            Path text = Files.writeString(folder.resolve("text.jar"), "this is no jar");
            session.send("plugin install %s", text);
            session.await("no OSGi bundle");

            Path feature = Files.writeString(folder.resolve("plugin.json"), """
                    { "feature-resource-version": "1.0", "id": "org.example:downhill:1.0.0",
                      "bundles": [ { "id": "org.example:downhill:1.0.0", "file": "org.example.downhill-1.0.0.jar",
                                     "sha-256": "%064d" } ] }
                    """.formatted(7));
            session.send("plugin install %s", feature);
            session.await("is not the file that", "SHA-256");

            SolverPlugin base = SolverPlugin.of("2.0.0");
            refused(session, base.importing(SolverPlugin.IMPORTS + ",org.example.missing"), "org.example.missing");
            refused(
                    session,
                    base.importing(SolverPlugin.IMPORTS.replace("[1.0,2)", "[2.0,3)")),
                    "needs org.physgrad.api [2.0.0,3.0.0), you have 1.",
                    "update PhysGrad");
            refused(
                    session,
                    base.importing(SolverPlugin.IMPORTS.replace("[1.0,2)", "[0.5,1)")),
                    "needs org.physgrad.api [0.5.0,1.0.0), you have 1.",
                    "it was built for an older PhysGrad");
            refused(session, base.offering("newton"), "solver/newton is there already");
            refused(
                    session,
                    base.activatedBy("if (true) throw new IllegalStateException(\"no licence found\");"),
                    "does not start: java.lang.IllegalStateException: no licence found");
            refused(session, base.named("org.physgrad.engine").offering("other"), "is a part of PhysGrad itself");

            session.send("plugin install %s", folder.resolve("nothing.jar"));
            session.await("there is no file");
            session.send("plugin remove org.example.downhill");
            session.await("no plug-in 'org.example.downhill' is installed");

            session.send("plugin list");
            session.await("No plug-ins are installed");
            session.send("plugin install %s", SolverPlugin.of("1.0.0").build(folder));
            session.await("Installed org.example.downhill 1.0.0");
            refused(
                    "update",
                    session,
                    SolverPlugin.of("1.5.0").activatedBy("throw new IllegalStateException(\"broken build\");"),
                    "broken build");
            session.send("plugin list");
            session.await("org.example.downhill 1.0.0");
            session.send("cancel");
            assertEquals(130, Product.exitCode(session.process()));
        }
    }

    private void refused(Session session, SolverPlugin plugin, String... reason) throws Exception {
        refused("install", session, plugin, reason);
    }

    private void refused(String verb, Session session, SolverPlugin plugin, String... reason) throws Exception {
        session.send("plugin %s %s", verb, plugin.build(folder));
        session.await(reason);
    }

    @Test
    void whatIsInstalledIsThereAtTheNextStartUnlessItIsSafe() throws Exception {
        Map<String, String> environment =
                Map.of("PHYSGRAD_PLUGINS", folder.resolve("plugins").toString());
        Path plugin = SolverPlugin.of("1.0.0").build(folder);
        assertEquals(
                0, Product.run(folder, environment, "plugin", "install", plugin).exitCode());
        assertTrue(Product.run(folder, environment, "list").out().contains("downhill"));
        assertTrue(
                !Product.run(folder, environment, "list", "--safe-mode").out().contains("downhill"));
    }

    @Test
    void verifyTellsGoodFromBad() throws Exception {
        Map<String, String> environment =
                Map.of("PHYSGRAD_PLUGINS", folder.resolve("plugins").toString());
        Product.Result good = Product.run(
                folder,
                environment,
                "plugin",
                "verify",
                SolverPlugin.of("1.0.0").build(folder));
        assertEquals(0, good.exitCode(), good::toString);
        Path wrong = SolverPlugin.of("1.0.0")
                .stepping("Nd4j.valueArrayOf(x0.shape(), 1.0).div(0.0)")
                .build(folder);
        Product.Result bad = Product.run(folder, environment, "plugin", "verify", wrong);
        assertEquals(1, bad.exitCode(), bad::toString);
    }

    @Test
    void aKillInTheMiddleOfAnInstallLeavesTheNextStartWhole() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, String> environment =
                Map.of("PHYSGRAD_PLUGINS", folder.resolve("plugins").toString());
        Path plugin = SolverPlugin.of("1.0.0").build(folder);
        for (int i = 0; i < 3; i++) {
            boolean killed;
            try (Session session = new Session(folder, folder.resolve("plugins"), "plugin", "install", plugin)) {
                killed = session.killAfter(1200 + random.nextInt(1000));
            }
            Product.Result list = Product.run(folder, environment, "plugin", "list");
            assertEquals(0, list.exitCode(), list::toString);
            assertEquals("", list.err(), "killed " + (killed ? "in the middle" : "after the end"));
            if (list.out().contains("downhill")) {
                Product.Result removed = Product.run(folder, environment, "plugin", "remove", "org.example.downhill");
                assertEquals(0, removed.exitCode(), removed::toString);
            }
        }
    }
}
