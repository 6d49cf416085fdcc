package org.physgrad.workbench.shell;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.physgrad.workbench.spi.Action;

/** Finds an action by some letters of its name and does it. */
final class CommandPalette {

    private final JFrame frame;
    private final Actions actions;

    CommandPalette(JFrame frame, Actions actions) {
        this.frame = frame;
        this.actions = actions;
        KeyboardFocusManager.getCurrentKeyboardFocusManager()
                .addKeyEventPostProcessor(new DoubleShift(this::openOverFrame)::process);
    }

    private void openOverFrame() {
        if (KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow() == frame) {
            open();
        }
    }

    void open() {
        new Popup().setVisible(true);
    }

    private final class Popup extends JDialog {

        private static final long serialVersionUID = 1L;

        private final JTextField field = new JTextField();
        private final DefaultListModel<Action> model = new DefaultListModel<>();
        private final JList<Action> list = new JList<>(model);

        Popup() {
            super(frame, "Commands");
            setName("palette");
            setUndecorated(true);
            field.setName("palette.field");
            field.getAccessibleContext().setAccessibleName("Command");
            field.putClientProperty("JTextField.placeholderText", "Some letters of a command");
            list.setName("palette.list");
            list.getAccessibleContext().setAccessibleName("Commands found");
            list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
            list.setFocusable(false);
            list.setCellRenderer(new Row());
            JPanel panel = new JPanel(new BorderLayout(0, 6));
            panel.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
            panel.add(field, BorderLayout.NORTH);
            panel.add(new JScrollPane(list), BorderLayout.CENTER);
            panel.setPreferredSize(new Dimension(520, 340));
            setContentPane(panel);
            listen();
            find();
            pack();
            setLocation(frame.getX() + (frame.getWidth() - getWidth()) / 2, frame.getY() + 90);
        }

        private void listen() {
            field.getDocument().addDocumentListener(new DocumentListener() {
                @Override
                public void insertUpdate(DocumentEvent event) {
                    find();
                }

                @Override
                public void removeUpdate(DocumentEvent event) {
                    find();
                }

                @Override
                public void changedUpdate(DocumentEvent event) {
                    find();
                }
            });
            onKey(KeyEvent.VK_ESCAPE, this::dispose);
            onKey(KeyEvent.VK_ENTER, this::perform);
            onKey(KeyEvent.VK_DOWN, () -> move(1));
            onKey(KeyEvent.VK_UP, () -> move(-1));
            list.addMouseListener(new MouseAdapter() {
                @Override
                public void mouseClicked(MouseEvent event) {
                    perform();
                }
            });
            addWindowFocusListener(new WindowAdapter() {
                @Override
                public void windowLostFocus(WindowEvent event) {
                    dispose();
                }
            });
        }

        private void onKey(int key, Runnable work) {
            String name = KeyEvent.getKeyText(key);
            field.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key, 0), name);
            field.getActionMap().put(name, new AbstractAction() {
                private static final long serialVersionUID = 1L;

                @Override
                public void actionPerformed(ActionEvent event) {
                    work.run();
                }
            });
        }

        private void find() {
            List<Action> found = FuzzySearch.find(field.getText(), actions.all(), CommandPalette::text);
            model.clear();
            model.addAll(found);
            list.setSelectedIndex(found.isEmpty() ? -1 : 0);
        }

        private void move(int rows) {
            int row = Math.max(0, Math.min(model.size() - 1, list.getSelectedIndex() + rows));
            list.setSelectedIndex(row);
            list.ensureIndexIsVisible(row);
        }

        private void perform() {
            Optional<Action> chosen = Optional.ofNullable(list.getSelectedValue());
            dispose();
            chosen.ifPresent(actions::perform);
        }
    }

    private static String text(Action action) {
        String menu = action.description().menu();
        return menu.isEmpty()
                ? action.description().name()
                : menu.replace("/", " > ") + ": " + action.description().name();
    }

    /** Shows where an action is in the menus, its keys, and why it cannot be done. */
    private final class Row extends DefaultListCellRenderer {

        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            Action action = (Action) value;
            Optional<String> refusal = actions.refusal(action);
            String keys = ActionItem.key(action)
                    .map(key -> "   (" + KeyNames.of(key) + ")")
                    .orElse("");
            String text = text(action) + refusal.map(reason -> "   - " + reason).orElse(keys);
            Component row = super.getListCellRendererComponent(list, text, index, selected, focused);
            row.setEnabled(refusal.isEmpty());
            return row;
        }
    }
}
