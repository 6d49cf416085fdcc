package org.physgrad.ml;

import java.util.Optional;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Prepares ND4J and DL4J before their first use. Inside OSGi the bundle's activator does it; on a plain class path the
 * engine does. Safe to call more than once.
 */
public final class MlPlatform {

    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";
    private static boolean prepared;

    private MlPlatform() {}

    /**
     * Points ND4J and DL4J at the class loader that holds them (the host bundle with its native fragment) and switches
     * DL4J's oneDNN layer helpers on, which this release leaves off by default.
     */
    public static synchronized void prepare() {
        if (prepared) {
            return;
        }
        if (System.getProperty(HELPERS_DISABLED) == null) {
            System.setProperty(HELPERS_DISABLED, "false");
        }
        ClassLoader loader = MlPlatform.class.getClassLoader();
        // Both classes remember the thread's context class loader when they are initialised.
        withContextClassLoader(loader, () -> {
            ND4JClassLoading.setNd4jClassloader(loader);
            DL4JClassLoading.setDl4jClassloader(loader);
        });
        prepared = true;
    }

    /**
     * Loads the native back end now, with the platform's class loader as context class loader.
     *
     * @param threads number of processor threads for array operations, 0 for all that the process may use
     * @return a short description of the back end, for people
     */
    public static String start(int threads) {
        prepare();
        StringBuilder description = new StringBuilder();
        withContextClassLoader(MlPlatform.class.getClassLoader(), () -> {
            int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
            Nd4j.getEnvironment().setMaxThreads(count);
            Nd4j.getEnvironment().setMaxMasterThreads(count);
            Nd4j.factory().blas().setMaxThreads(count); // OpenBLAS has threads of its own
            description
                    .append(Nd4j.getBackend().getClass().getSimpleName())
                    .append(", ")
                    .append(count)
                    .append(count == 1 ? " thread" : " threads");
        });
        return description.toString();
    }

    /**
     * Runs an action with another context class loader, which is what DL4J's configuration reader looks classes up with.
     *
     * @param loader the loader to see during the action
     * @param action what to run
     */
    public static void withContextClassLoader(ClassLoader loader, Runnable action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = Optional.ofNullable(thread.getContextClassLoader()).orElse(loader);
        thread.setContextClassLoader(loader);
        try {
            action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
