package org.physgrad.workbench.shell;

import io.github.andrewauclair.moderndocking.Dockable;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JPanel;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** The place of a view in the window. Makes what it shows when it is first on screen, and shows the error instead of a view that throws. */
final class DockedView extends JPanel implements Dockable {

    private static final long serialVersionUID = 1L;

    private static final Dimension SMALLEST = new Dimension(80, 60);

    private final transient View view;
    private final transient View.Description description;
    private final transient Workbench workbench;
    private transient Optional<View.Content> content = Optional.empty();
    private boolean failed;

    DockedView(View view, Workbench workbench) {
        super(new BorderLayout());
        this.view = view;
        this.description = view.description();
        this.workbench = workbench;
        setName(description.id());
        getAccessibleContext().setAccessibleName(description.title());
    }

    /** However much room a view would like, the layout is up to people. */
    @Override
    public Dimension getMinimumSize() {
        return SMALLEST;
    }

    View view() {
        return view;
    }

    View.Description description() {
        return description;
    }

    @Override
    public void addNotify() {
        super.addNotify();
        if (content.isEmpty() && !failed) {
            open();
        }
    }

    private void open() {
        try {
            View.Content opened = view.open(workbench);
            add(opened.component(), BorderLayout.CENTER);
            content = Optional.of(opened);
            revalidate();
        } catch (RuntimeException | LinkageError e) {
            fail(e);
        }
    }

    /** Lets go of what the view shows, once it is no longer in the window; moving it about keeps it. */
    void closed() {
        failed = false;
        removeAll();
        Optional<View.Content> closing = content;
        content = Optional.empty();
        try {
            closing.ifPresent(View.Content::closed);
        } catch (RuntimeException | LinkageError e) {
            workbench.tell(Notice.error("The view \"" + description.title() + "\" failed while it closed.", e));
        }
    }

    /** Paints begin here whatever part of the view has changed, so that what it throws is caught here. */
    @Override
    protected boolean isPaintingOrigin() {
        return true;
    }

    @Override
    public void paint(Graphics g) {
        try {
            super.paint(g);
        } catch (RuntimeException | LinkageError e) {
            if (!failed) {
                failed = true; // the next paints before the error is in place throw the same
                EventQueue.invokeLater(() -> fail(e));
            }
        }
    }

    /** Puts an error in the place of the view; the rest of the window goes on. */
    void fail(Throwable cause) {
        closed();
        failed = true;
        add(new FailurePanel(description.title(), cause, this::retry), BorderLayout.CENTER);
        revalidate();
        repaint();
        workbench.tell(Notice.error("The view \"" + description.title() + "\" failed and was closed.", cause));
    }

    private void retry() {
        closed();
        open();
        repaint();
    }

    @Override
    public String getPersistentID() {
        return description.id();
    }

    @Override
    public String getTabText() {
        return description.title();
    }

    @Override
    public Icon getIcon() {
        return view.icon().orElse(null);
    }

    @Override
    public boolean isWrappableInScrollpane() {
        return false;
    }
}
