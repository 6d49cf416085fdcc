package org.nd4j.nativeblas;

/**
 * Stands in for a class that moved to another package in ND4J 1.0.0-M2.1. DL4J's {@code BaseMKLDNNHelper} still asks for
 * it by its old name to learn whether oneDNN may be used, and falls back to slow built-in layers when it is missing.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {}

    /** The part of ND4J's native environment that DL4J reads by reflection. */
    public static final class Environment {

        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /**
         * Called by reflection.
         *
         * @return the one instance
         */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /**
         * Called by reflection.
         *
         * @return always true: ND4J itself checks whether its native library was built with oneDNN
         */
        public Boolean isUseMKLDNN() {
            return true;
        }
    }
}
