package org.physgrad.workbench.welcome;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Insets;
import java.io.IOException;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;
import net.miginfocom.swing.MigLayout;
import org.physgrad.workbench.fields.CloseUpView;
import org.physgrad.workbench.pictures.WidthTracking;
import org.physgrad.workbench.runs.StartAction;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** The paper's experiments, each a click away from a run. */
final class WelcomePanel implements View.Content {

    private final Workbench workbench;
    private final ExampleFiles files;
    private final JScrollPane scroll;

    WelcomePanel(Workbench workbench, ExampleFiles files) {
        this.workbench = workbench;
        this.files = files;
        JPanel panel = new WidthTracking(new MigLayout("insets 16, fillx, wrap 1", "[grow]"));
        JLabel title = new JLabel("Learned inverse problems");
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        panel.add(title);
        panel.add(
                text(
                        "A network learns to answer which cause has an observed effect. Run one of the paper's experiments: curves, fields"
                                + " and the surface move while it trains. Run its Adam twin too, and compare the curves."),
                "growx, width 100::, gapbottom 8");
        PaperExample.ALL.forEach(example -> panel.add(card(example), "growx, width 100::"));
        this.scroll = new JScrollPane(panel);
        scroll.setBorder(null);
    }

    @Override
    public JComponent component() {
        return scroll;
    }

    private JComponent card(PaperExample example) {
        JPanel card = new JPanel(new MigLayout("insets 8 12 8 12, fillx, wrap 1", "[grow]", "[][]4[]"));
        card.setBorder(new CardBorder());
        JLabel title = new JLabel(example.title());
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
        card.add(title);
        card.add(text(example.text()), "growx, width 100::");
        JPanel buttons = new JPanel(new MigLayout("insets 0"));
        buttons.add(button(
                "Run", example.quick(), "Trains with physical gradients, about a minute", () -> run(example.quick())));
        buttons.add(button(
                "Adam twin",
                example.adam(),
                "The same, differentiating through the physics",
                () -> run(example.adam())));
        buttons.add(button(
                "Paper scale",
                example.paper(),
                "Opens the experiment as the paper ran it, for hours",
                () -> select(example.paper())));
        card.add(buttons);
        return card;
    }

    private void run(String file) {
        if (select(file)) {
            workbench.perform(StartAction.ID);
            workbench.open(CloseUpView.ID);
        }
    }

    private boolean select(String name) {
        try {
            Path file = files.copy(name, workbench.folder());
            workbench.select(Selection.ofExperiment(file));
            return true;
        } catch (IOException e) {
            workbench.tell(Notice.error(e.getMessage(), e));
            return false;
        }
    }

    private static JButton button(String title, String file, String help, Runnable action) {
        JButton button = new JButton(title);
        button.setName("welcome." + file.replace(".json", ""));
        button.setToolTipText(help);
        button.addActionListener(event -> action.run());
        return button;
    }

    /** A caret that never asks to be seen. */
    private static final class StillCaret extends DefaultCaret {

        private static final long serialVersionUID = 1L;

        StillCaret() {
            setUpdatePolicy(NEVER_UPDATE);
        }
    }

    private static JTextArea text(String words) {
        JTextArea text = new JTextArea(words);
        text.setEditable(false);
        // Or the view would begin scrolled to the last text.
        text.setCaret(new StillCaret());
        text.setFocusable(false);
        text.setOpaque(false);
        text.setMargin(new Insets(0, 0, 0, 0));
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setFont(UIManager.getFont("Label.font"));
        return text;
    }
}
