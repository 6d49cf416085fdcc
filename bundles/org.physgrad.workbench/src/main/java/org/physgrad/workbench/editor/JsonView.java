package org.physgrad.workbench.editor;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.fife.ui.rsyntaxtextarea.RSyntaxTextArea;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.Theme;
import org.fife.ui.rtextarea.RTextScrollPane;

/** The experiment as JSON. */
final class JsonView {

    private final RSyntaxTextArea area = new RSyntaxTextArea();
    private final RTextScrollPane scroll = new RTextScrollPane(area);
    private boolean showing;

    JsonView(Consumer<String> sink) {
        area.setName("experiment.json");
        area.getAccessibleContext().setAccessibleName("Experiment as JSON");
        area.setSyntaxEditingStyle(SyntaxConstants.SYNTAX_STYLE_JSON);
        area.setTabSize(2);
        area.setTabsEmulated(true);
        // The editor's own undo covers both views; without a binding here, the keys reach the menu.
        for (String key : new String[] {"control Z", "control Y"}) {
            area.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), "none");
        }
        area.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                changed();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                changed();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                // of styles only
            }

            private void changed() {
                if (!showing) {
                    sink.accept(area.getText());
                }
            }
        });
    }

    JComponent component() {
        return scroll;
    }

    void show(String text) {
        if (!text.equals(area.getText())) {
            showing = true;
            int caret = area.getCaretPosition();
            area.setText(text);
            area.setCaretPosition(Math.min(caret, text.length()));
            showing = false;
        }
    }

    /** Takes the colours of the window's theme. */
    void look(boolean dark) {
        String name = "/org/fife/ui/rsyntaxtextarea/themes/" + (dark ? "dark" : "idea") + ".xml";
        try (InputStream theme = RSyntaxTextArea.class.getResourceAsStream(name)) {
            Theme.load(theme, new Font(Font.MONOSPACED, Font.PLAIN, 13)).apply(area);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
