package org.physgrad.workbench.shell;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.physgrad.workbench.spi.Registration;

/** Brings services that come and go to the event thread. */
final class Contributions {

    private Contributions() {}

    /**
     * Follows the services of a type.
     *
     * @param arrived told of each one, on the event thread
     * @param left told of each one that goes, on the event thread; its bundle stays whole until this returns
     */
    static <T> Registration follow(
            BundleContext context, Class<T> type, Consumer<? super T> arrived, Consumer<? super T> left) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null) {
            @Override
            public T addingService(ServiceReference<T> reference) {
                T service = super.addingService(reference);
                onEventThread(() -> arrived.accept(service));
                return service;
            }

            @Override
            public void removedService(ServiceReference<T> reference, T service) {
                onEventThread(() -> left.accept(service));
                super.removedService(reference, service);
            }
        };
        tracker.open();
        return tracker::close;
    }

    private static void onEventThread(Runnable work) {
        if (EventQueue.isDispatchThread()) {
            work.run();
            return;
        }
        try {
            EventQueue.invokeAndWait(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
