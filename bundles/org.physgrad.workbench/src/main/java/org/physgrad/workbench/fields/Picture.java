package org.physgrad.workbench.fields;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;
import org.physgrad.api.visual.Visual;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;

/**
 * A place for the picture of one quantity, drawn by a visual of any make: one that throws, also while it paints, is replaced by what it threw.
 */
public final class Picture extends JPanel {

    private static final long serialVersionUID = 1L;

    private final transient InstalledVisuals visuals;
    private String preferred = "";
    private boolean failed;
    private transient Optional<Open> open = Optional.empty();
    private transient Optional<Scene> scene = Optional.empty();

    /** A visual in use. */
    private record Open(String name, Part<Visual> part, View view) {}

    /**
     * Makes an empty place.
     *
     * @param visuals what draws
     */
    public Picture(InstalledVisuals visuals) {
        super(new BorderLayout());
        this.visuals = visuals;
        setOpaque(false);
        setPreferredSize(new Dimension(220, 200));
    }

    /**
     * Draws with another visual from now on, as far as it can.
     *
     * @param name type name of the visual
     */
    public void use(String name) {
        if (!preferred.equals(name)) {
            preferred = name;
            failed = false;
            letGo();
            scene.ifPresent(this::show);
        }
    }

    /**
     * Shows a scene; what the chosen visual cannot draw, another one does. What a visual has thrown stays until another one is chosen.
     *
     * @param next the scene
     */
    public void show(Scene next) {
        boolean sameKind = scene.filter(shown ->
                        shown.quantity().getClass().equals(next.quantity().getClass()))
                .isPresent();
        scene = Optional.of(next);
        if (failed) {
            return;
        }
        if (open.isPresent() && sameKind) {
            guard(open.get().name(), () -> draw(next));
        } else {
            change(next);
        }
    }

    private void draw(Scene next) {
        Open used = open.orElseThrow();
        if (used.part().get().refuses(next.quantity()).isEmpty()) {
            used.view().show(next);
        } else {
            change(next);
        }
    }

    /** Opens the preferred visual, or else the first one that draws the scene; where there is none, says why. */
    private void change(Scene next) {
        letGo();
        List<String> reasons = new ArrayList<>();
        for (String name : candidates()) {
            guard(name, () -> open(name, next).ifPresent(refusal -> reasons.add(name + ": " + refusal)));
            if (open.isPresent() || failed) {
                return;
            }
        }
        fill(message("Nothing draws " + next.quantity().name() + ".\n" + String.join("\n", reasons)));
    }

    private List<String> candidates() {
        return visuals.all().stream()
                .map(PartType::name)
                .sorted(Comparator.comparing(name -> !name.equals(preferred))) // stable: the others keep their order
                .toList();
    }

    /** Opens a visual and draws with it; leaves it closed and gives the reason if it refuses. */
    private Optional<String> open(String name, Scene next) {
        Part<Visual> part = visuals.create(name);
        try {
            Optional<String> refusal = part.get().refuses(next.quantity());
            if (refusal.isEmpty()) {
                View view = part.get().view();
                view.show(next);
                open = Optional.of(new Open(name, part, view));
                fill(view.component());
            }
            return refusal;
        } finally {
            if (open.isEmpty()) {
                part.close();
            }
        }
    }

    /** What it shows, to be saved. */
    Optional<BufferedImage> image() {
        return open.filter(used -> used.view().component().getParent() == this)
                .map(used -> used.view().picture());
    }

    /** Lets go of the visual; its place stays empty. */
    public void letGo() {
        open.ifPresent(used -> {
            fill(new JPanel(null));
            guard(used.name(), used.part()::close);
        });
        open = Optional.empty();
    }

    /**
     * Lets go of a visual whose bundle goes away, and says so.
     *
     * @param name type name of the visual
     */
    public void leaving(String name) {
        if (open.filter(used -> used.name().equals(name)).isPresent()) {
            letGo();
            fill(message("The visual " + name + " was removed. Choose another one."));
        }
    }

    /** Makes what a child paints pass through {@link #paint}. */
    @Override
    protected boolean isPaintingOrigin() {
        return true;
    }

    @Override
    public void paint(Graphics graphics) {
        try {
            super.paint(graphics);
        } catch (RuntimeException | LinkageError e) {
            String name = open.map(Open::name).orElse("picture");
            // Not now: the component tree must not change while it is painted.
            EventQueue.invokeLater(() -> fail(name, e));
        }
    }

    private void guard(String name, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError e) { // a visual may be of any make
            fail(name, e);
        }
    }

    private void fail(String name, Throwable thrown) {
        failed = true;
        Optional<Open> broken = open;
        open = Optional.empty();
        fill(message("The visual " + name + " failed: " + thrown + "\n\nChoose another one."));
        broken.ifPresent(used -> used.part().close());
    }

    private void fill(JComponent content) {
        if (getComponentCount() == 1 && getComponent(0) == content) {
            return;
        }
        removeAll();
        add(content);
        revalidate();
        repaint();
    }

    private static JComponent message(String text) {
        JTextArea area = new JTextArea(text);
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setOpaque(false);
        area.setName("picture.message");
        area.getAccessibleContext().setAccessibleName("Why there is no picture");
        return area;
    }
}
