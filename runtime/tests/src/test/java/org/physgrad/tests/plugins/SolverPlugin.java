package org.physgrad.tests.plugins;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The bundle of a third-party inverse solver, which makes one step down the gradient.
 *
 * @param name symbolic name of the bundle
 * @param version its version
 * @param type type name of the solver
 * @param imports the Import-Package header
 * @param activator body of the bundle activator's start method, empty for a bundle without one
 * @param step the new x as an expression of {@code x0} and {@code gradient}
 */
public record SolverPlugin(String name, String version, String type, String imports, String activator, String step) {

    static final String IMPORTS =
            "org.physgrad.api;version=\"[1.0,2)\",org.nd4j.linalg.api.ndarray,org.osgi.framework,org.nd4j.linalg.factory";

    public static SolverPlugin of(String version) {
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
    public Path build(Path folder) throws IOException {
        PluginJar jar = new PluginJar(name, version, imports)
                .header("Bundle-Name", "Steps downhill")
                .component("Solver", "org.physgrad.api.InverseSolver", "factory=\"org.physgrad.solver/" + type + "\"")
                .source("Solver", """
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
                        """.formatted(step));
        if (!activator.isEmpty()) {
            jar.header("Bundle-Activator", "org.example.Activator").source("Activator", """
                    package org.example;

                    public final class Activator implements org.osgi.framework.BundleActivator {
                        public void start(org.osgi.framework.BundleContext context) throws Exception {
                            %s
                        }

                        public void stop(org.osgi.framework.BundleContext context) {}
                    }
                    """.formatted(activator));
        }
        return jar.build(folder);
    }
}
