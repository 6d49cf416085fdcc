package org.physgrad.workbench.runs;

import java.awt.Font;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** What happened in one run, line by line. */
final class RunConsole {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final JTextArea text = new JTextArea();
    private final JScrollPane pane = new JScrollPane(text);
    private List<RunEvent> shown = List.of();

    RunConsole() {
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, text.getFont().getSize()));
        text.setName("runs.console");
        text.getAccessibleContext().setAccessibleName("Events of the run");
    }

    JComponent component() {
        return pane;
    }

    void show(Optional<TrackedRun> run) {
        List<RunEvent> events = run.map(TrackedRun::events).orElse(List.of());
        if (!events.equals(shown)) {
            shown = events;
            text.setText(events.stream().map(RunConsole::line).collect(Collectors.joining("\n")));
            text.setCaretPosition(text.getDocument().getLength());
        }
    }

    private static String line(RunEvent event) {
        Instant time = event.time();
        return TIME.format(time) + (event.trouble() ? "  ! " : "    ") + event.text();
    }
}
