package org.physgrad.workbench.curves;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import net.miginfocom.swing.MigLayout;
import org.physgrad.engine.run.RunMetrics;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.ChartPainter;
import org.physgrad.visuals.chart.Curve;
import org.physgrad.visuals.chart.Scale;
import org.physgrad.workbench.pictures.Appearances;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.runs.RunQueue;
import org.physgrad.workbench.runs.TrackedRun;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Learning curves with the choice of runs and axes. */
final class CurvesPanel implements View.Content {

    /** Columns that no curve is drawn of; the problem's metrics come after them. */
    private static final Set<String> COUNTERS = Set.of("iteration", "solver_calls");

    private static final Dimension RUNS = new Dimension(140, 100);

    private final RunQueue queue;
    private final Workbench workbench;
    private final CurveChoice choice;
    private final RunList runs;
    private final CurveControls controls;
    private final ChartComponent chart;
    private final JLabel readout = new JLabel(" ");
    private final JPanel panel = new JPanel(new MigLayout("insets 4, fill, wrap 1", "[grow]", "[][grow][]"));
    private final List<Registration> registrations;

    CurvesPanel(RunQueue queue, Workbench workbench, CurveChoice choice) {
        this.queue = queue;
        this.workbench = workbench;
        this.choice = choice;
        this.controls = new CurveControls(choice.settings(), this::refresh);
        this.chart = new ChartComponent(chart(List.of()), this::read);
        this.runs = new RunList(choice.runs(), this::refresh);
        JButton save = new JButton("Save...", Symbol.SAVE);
        save.setName("curves.save");
        save.setToolTipText("Saves the curves as PNG, SVG, PDF or CSV");
        save.addActionListener(event -> CurveFile.save(workbench, chart.shown(), chart.getWidth(), chart.getHeight()));
        readout.setName("curves.readout");
        controls.component().add(save);
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, runs.component(), chart);
        runs.component().setPreferredSize(RUNS);
        panel.add(controls.component(), "growx, wmin 0");
        panel.add(split, "grow, push, wmin 0, hmin 0");
        panel.add(readout, "growx");
        registrations = List.of(
                queue.follow(this::changed),
                workbench.onSelection(this::selected),
                workbench.onTheme(theme -> refresh()));
        runs.list(queue.runs());
        if (workbench.selection().equals(choice.seen())) {
            refresh();
        } else {
            selected(workbench.selection());
        }
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void closed() {
        choice.keep(controls.settings());
        registrations.forEach(Registration::close);
    }

    /** Shows the curves of the selected runs; those that lie in folders are read first. */
    private void selected(Selection selection) {
        List<Path> folders = selection.runs();
        choice.see(selection);
        if (folders.isEmpty()) {
            refresh();
        } else if (folders.stream().allMatch(folder -> queue.known(folder).isPresent())) {
            choose(folders);
        } else {
            workbench.inBackground("Reading runs", progress -> open(folders), opened -> choose(folders));
        }
    }

    private List<TrackedRun> open(List<Path> folders) throws IOException {
        List<TrackedRun> opened = new ArrayList<>();
        for (Path folder : folders) {
            opened.add(queue.open(folder));
        }
        return opened;
    }

    private void choose(List<Path> folders) {
        runs.list(queue.runs());
        runs.choose(folders.stream().map(queue::find).flatMap(Optional::stream).toList());
    }

    private void changed(Set<TrackedRun> changed) {
        runs.list(queue.runs());
        if (runs.chosen().stream().anyMatch(changed::contains)) {
            refresh();
        }
    }

    private void refresh() {
        Map<RunCurve, TrackedRun> chosen = new LinkedHashMap<>();
        runs.chosen()
                .forEach(run ->
                        chosen.put(new RunCurve(run.name(), run.experiment(), run.metrics(), run.validation()), run));
        List<RunCurve> drawn = List.copyOf(chosen.keySet());
        controls.offer(metrics(drawn));
        chart.draw(
                chart(drawn),
                drawn.isEmpty() ? "Run an experiment, or tick runs to compare." : "Nothing has been measured yet.");
        Map<TrackedRun, Color> colours = new HashMap<>();
        List<List<RunCurve>> curves = CurveBuilder.groups(drawn, controls.settings());
        for (int i = 0; i < curves.size(); i++) {
            Color colour = ChartPainter.colour(i, Appearances.current());
            curves.get(i).forEach(run -> colours.put(chosen.get(run), colour));
        }
        runs.paint(colours);
    }

    private Chart chart(List<RunCurve> drawn) {
        CurveSettings settings = controls.settings();
        List<Curve> curves = new ArrayList<>(CurveBuilder.build(drawn, settings));
        curves.addAll(ValidationCurves.build(drawn, settings, Appearances.current()));
        return new Chart(
                "",
                Chart.ChartAxis.of(settings.axis().toString(), settings.logX() ? Scale.LOG : Scale.LINEAR),
                Chart.ChartAxis.of(
                        drawn.isEmpty() ? "" : settings.metric(), settings.logY() ? Scale.LOG : Scale.LINEAR),
                curves,
                Appearances.current());
    }

    /** What is measured, the problem's metrics first. */
    private static List<String> metrics(List<RunCurve> drawn) {
        List<String> names = new ArrayList<>();
        for (RunCurve run : drawn) {
            RunMetrics measured = run.metrics();
            measured.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
        }
        names.removeAll(COUNTERS);
        List<String> times = names.stream().filter(name -> name.endsWith("_s")).toList();
        names.removeAll(times);
        names.addAll(times);
        return names;
    }

    private void read(Optional<Point2D> values) {
        readout.setText(values.map(at -> String.format(
                        Locale.ROOT,
                        "%s %.5g, %s %.5g",
                        controls.settings().axis(),
                        at.getX(),
                        controls.settings().metric(),
                        at.getY()))
                .orElse(" "));
    }
}
