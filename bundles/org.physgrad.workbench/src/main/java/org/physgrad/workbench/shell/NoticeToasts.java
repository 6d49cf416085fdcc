package org.physgrad.workbench.shell;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Timer;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.physgrad.workbench.spi.Notice;

/** Shows new notices in the lower right corner: errors until they are closed, others for a while. */
final class NoticeToasts {

    private static final int MILLISECONDS = 6000;
    private static final int MOST = 3;
    private static final int WIDTH = 380;
    private static final int MARGIN = 12;

    private final JFrame frame;
    private final Deque<JPanel> shown = new ArrayDeque<>();

    NoticeToasts(JFrame frame) {
        this.frame = frame;
        frame.getLayeredPane().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                arrange();
            }
        });
    }

    void show(Notices.Entry entry) {
        if (shown.size() == MOST) {
            close(shown.getLast());
        }
        JPanel toast = toast(entry);
        shown.addFirst(toast);
        frame.getLayeredPane().add(toast, JLayeredPane.POPUP_LAYER);
        arrange();
        if (entry.notice().level() != Notice.Level.ERROR) {
            Timer timer = new Timer(MILLISECONDS, event -> close(toast));
            timer.setRepeats(false);
            timer.start();
        }
    }

    private JPanel toast(Notices.Entry entry) {
        Notice notice = entry.notice();
        JPanel toast = new JPanel(new MigLayout("insets 8 10 8 10, gap 6", "[grow, fill][]", "[grow][]"));
        toast.setName("toast");
        toast.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(UIManager.getColor("Component.borderColor")),
                BorderFactory.createMatteBorder(0, 4, 0, 0, colour(notice.level()))));
        JTextArea text = new JTextArea(notice.message());
        text.setName("toast.message");
        text.getAccessibleContext().setAccessibleName("Notice");
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setOpaque(false);
        text.setFont(UIManager.getFont("Label.font"));
        text.setSize(WIDTH - 70, Short.MAX_VALUE); // decides how many lines it needs
        toast.add(text, "w " + (WIDTH - 70) + "!, h " + text.getPreferredSize().height + "!");
        JButton close = new JButton("x");
        close.setName("toast.close");
        close.putClientProperty("JButton.buttonType", "toolBarButton");
        close.getAccessibleContext().setAccessibleName("Close notice");
        close.addActionListener(event -> close(toast));
        toast.add(close, "aligny top, wrap");
        if (!notice.details().isEmpty()) {
            JButton details = new JButton("Details...");
            details.setName("toast.details");
            details.addActionListener(event -> NoticeDetails.show(frame, notice));
            toast.add(details, "growx 0");
        }
        return toast;
    }

    static Color colour(Notice.Level level) {
        String key = switch (level) {
            case INFO -> "Actions.Blue";
            case WARNING -> "Actions.Yellow";
            case ERROR -> "Actions.Red";
        };
        Color colour = UIManager.getColor(key);
        return colour == null ? Color.GRAY : colour;
    }

    private void close(JPanel toast) {
        if (shown.remove(toast)) {
            frame.getLayeredPane().remove(toast);
            frame.getLayeredPane().repaint(toast.getBounds());
            arrange();
        }
    }

    private void arrange() {
        Dimension space = frame.getLayeredPane().getSize();
        int bottom = space.height - 34; // over the status bar
        for (JPanel toast : shown) {
            Dimension size = toast.getPreferredSize();
            bottom -= size.height + MARGIN / 2;
            toast.setBounds(space.width - size.width - MARGIN, bottom, size.width, size.height);
            toast.revalidate();
        }
        frame.getLayeredPane().repaint();
    }
}
