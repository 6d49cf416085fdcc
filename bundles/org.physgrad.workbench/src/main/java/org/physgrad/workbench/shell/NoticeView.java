package org.physgrad.workbench.shell;

import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Lists the notices since the start; a double click, or Enter, shows the details of one. */
final class NoticeView implements View {

    private static final Description DESCRIPTION =
            new Description("org.physgrad.notices", "Notices", Place.BOTTOM, 900, true);

    private final Notices notices;

    NoticeView(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Content open(Workbench workbench) {
        DefaultListModel<Notices.Entry> model = new DefaultListModel<>();
        model.addAll(notices.entries());
        JList<Notices.Entry> list = new JList<>(model);
        list.setName("notices.list");
        list.getAccessibleContext().setAccessibleName("Notices");
        list.setCellRenderer(new Row());
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) {
                    details(list, workbench);
                }
            }
        });
        list.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "details");
        list.getActionMap().put("details", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                details(list, workbench);
            }
        });
        Registration registration = notices.follow(entry -> {
            model.addElement(entry);
            list.ensureIndexIsVisible(model.size() - 1);
        });
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        return new Content() {
            @Override
            public JComponent component() {
                return scroll;
            }

            @Override
            public void closed() {
                registration.close();
            }
        };
    }

    private static void details(JList<Notices.Entry> list, Workbench workbench) {
        if (list.getSelectedValue() != null) {
            NoticeDetails.show(workbench.window(), list.getSelectedValue().notice());
        }
    }

    private static final class Row extends DefaultListCellRenderer {

        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            Notices.Entry entry = (Notices.Entry) value;
            String text = entry.time() + "   " + entry.notice().message();
            JLabel row = (JLabel) super.getListCellRendererComponent(list, text, index, selected, focused);
            row.setBorder(BorderFactory.createCompoundBorder(
                    BorderFactory.createMatteBorder(
                            0, 4, 0, 0, NoticeToasts.colour(entry.notice().level())),
                    BorderFactory.createEmptyBorder(2, 6, 2, 6)));
            return row;
        }
    }
}
