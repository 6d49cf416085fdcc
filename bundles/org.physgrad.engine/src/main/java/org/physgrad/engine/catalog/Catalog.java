package org.physgrad.engine.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts that are installed at this moment. */
public interface Catalog {

    /**
     * Lists the types of one kind.
     *
     * @param kind the kind
     * @return its types, sorted by name
     */
    List<PartType> types(Kind<?> kind);

    /**
     * Looks up a type.
     *
     * @param kind the kind
     * @param name the type name
     * @return the type, empty if it is not installed
     */
    default Optional<PartType> type(Kind<?> kind, String name) {
        return types(kind).stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /**
     * Makes an instance.
     *
     * @param kind the kind
     * @param name the type name
     * @param values a value for each parameter that shall differ from its default
     * @return the instance; close it after use
     * @throws PartException if the type is not installed or its constructor refuses the values
     * @param <T> the contract
     */
    <T> Part<T> create(Kind<T> kind, String name, Map<String, Object> values);

    /** Is told of parts that come and go. */
    interface Watcher {

        /**
         * Called when a part can be had.
         *
         * @param type the part
         */
        void arrived(PartType type);

        /**
         * Called when a part can no longer be had. Its bundle stays whole until this returns: who works with the part lets go of it first.
         *
         * @param type the part
         */
        void leaving(PartType type);
    }

    /** A watcher's place in the catalog. */
    interface Watch extends AutoCloseable {

        /** Ends the watch. */
        @Override
        void close();
    }

    /**
     * Follows parts that come and go, in a catalog where they do.
     *
     * @param watcher whom to tell, on the thread that installs or removes
     * @return closes the watch
     */
    default Watch watch(Watcher watcher) {
        return () -> {};
    }
}
