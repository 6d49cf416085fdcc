package org.physgrad.workbench.shell;

import java.awt.EventQueue;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All notices since the start, newest last. May be told from any thread; tells on the event thread. */
final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int KEPT = 500;

    /**
     * A notice with its time.
     *
     * @param time when it came
     * @param notice the notice
     */
    record Entry(LocalTime time, Notice notice) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Listeners<Entry> listeners =
            new Listeners<>(failure -> LOG.error("a notice could not be shown", failure));

    void tell(Notice notice) {
        if (!EventQueue.isDispatchThread()) {
            EventQueue.invokeLater(() -> tell(notice));
            return;
        }
        if (entries.size() == KEPT) {
            entries.remove(0);
        }
        Entry entry = new Entry(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS), notice);
        entries.add(entry);
        LOG.info("{}: {} {}", notice.level(), notice.message(), notice.details());
        listeners.tell(entry);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Registration follow(Consumer<Entry> listener) {
        return listeners.add(listener);
    }
}
