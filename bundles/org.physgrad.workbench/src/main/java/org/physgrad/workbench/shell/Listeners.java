package org.physgrad.workbench.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.physgrad.workbench.spi.Registration;

/** Who follows a value; one that throws takes nothing from the others. */
final class Listeners<T> {

    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
    private final Consumer<Throwable> failures;

    Listeners(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    Registration add(Consumer<? super T> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(T value) {
        for (Consumer<? super T> listener : listeners) {
            try {
                listener.accept(value);
            } catch (RuntimeException | LinkageError e) {
                failures.accept(e);
            }
        }
    }
}
