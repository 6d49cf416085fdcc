package org.physgrad.workbench.editor;

import com.formdev.flatlaf.FlatClientProperties;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.BorderLayout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.JsonFile;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.Workbench;

/** Edits one experiment: as a form, as JSON, and with what the engine has to say on it below. */
final class EditorPanel extends JPanel {

    private static final long serialVersionUID = 1L;

    private static final int FORM = 0;
    private static final int JSON = 1;

    /** How long nobody types before the parts are made and asked. */
    private static final int MILLISECONDS_OF_REST = 400;

    /** Findings that are seen without scrolling. */
    private static final int MOST_LINES = 3;

    private final transient Workbench workbench;
    private final transient ExperimentDocument document;
    private final transient ExperimentCheck check;
    private final ExperimentForm form;
    private final transient JsonView json;
    private final JTabbedPane tabs = new JTabbedPane();
    private final JLabel title = new JLabel();
    private final JTextArea verdict = new JTextArea();
    private final Timer rest;
    private final transient Registration registration;
    private transient ExperimentCheck.Fit fit = ExperimentCheck.Fit.UNKNOWN;

    EditorPanel(Workbench workbench, ExperimentDocument document) {
        super(new BorderLayout());
        this.workbench = workbench;
        this.document = document;
        this.check = new ExperimentCheck(workbench.catalog());
        this.form = new ExperimentForm(workbench.catalog(), this::entered);
        this.json = new JsonView(this::typed);
        this.rest = new Timer(MILLISECONDS_OF_REST, event -> checkFit());
        rest.setRepeats(false);
        build();
        this.registration = document.follow(this::changed);
        changed();
    }

    private void build() {
        title.setText(document.file().getFileName().toString());
        title.setName("experiment.title");
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        title.setHorizontalAlignment(SwingConstants.TRAILING);
        title.setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 12));
        JScrollPane scroll = new JScrollPane(form);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        tabs.setName("experiment.tabs");
        tabs.putClientProperty(FlatClientProperties.TABBED_PANE_TRAILING_COMPONENT, title);
        tabs.addTab("Form", scroll);
        tabs.addTab("JSON", json.component());
        add(tabs, BorderLayout.CENTER);
        verdict.setName("experiment.verdict");
        verdict.getAccessibleContext().setAccessibleName("What is wrong with the experiment");
        verdict.setEditable(false);
        verdict.setLineWrap(true);
        verdict.setWrapStyleWord(true);
        JScrollPane below = new JScrollPane(verdict);
        below.setBorder(BorderFactory.createEmptyBorder(2, 8, 2, 8));
        add(below, BorderLayout.SOUTH);
        look();
    }

    /** Takes the colours of the window's theme. */
    void look() {
        json.look(workbench.theme().dark());
    }

    /** Looks again at everything, as when parts have come or gone. */
    void changed() {
        json.show(document.text());
        update();
        rest.restart();
        workbench.updateActions();
    }

    private void update() {
        JsonObject root;
        try {
            root = JsonFile.parse(document.text());
        } catch (InvalidExperimentException e) {
            say(e.findings().get(0) + ".\nUntil it is mended, the file keeps what it had.");
            tabs.setEnabledAt(FORM, false); // it would change what it cannot show
            tabs.setSelectedIndex(JSON);
            return;
        }
        tabs.setEnabledAt(FORM, true);
        List<Finding> findings = check.read(root);
        if (findings.isEmpty()) {
            findings = fit.findings();
        }
        form.show(root, findings, fit);
        say(
                findings.isEmpty()
                        ? "Nothing is wrong: it can run."
                        : findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    }

    private void say(String words) {
        verdict.setText(words);
        verdict.setCaretPosition(0);
        verdict.setRows(Math.min(MOST_LINES, (int) words.lines().count()));
        revalidate();
    }

    private void checkFit() {
        Optional<JsonObject> root = document.json();
        if (root.isPresent()) {
            workbench.inBackground("Checking the experiment", progress -> check.fit(root.get()), found -> {
                fit = found;
                update();
            });
        }
    }

    private void entered(String path, Optional<JsonElement> value) {
        change(() -> document.set(path, value));
    }

    private void typed(String text) {
        change(() -> document.edit(text));
    }

    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) {
        fit = fit.with(List.of()); // of what it was before
        workbench.select(Selection.ofExperiment(document.file())); // what is edited is what "Run" runs
        try {
            change.make();
        } catch (IOException e) {
            workbench.tell(Notice.error(document.file() + " cannot be written: " + e.getMessage(), e));
        }
    }

    /** Lets go of the document. */
    void stop() {
        registration.close();
        rest.stop();
    }
}
