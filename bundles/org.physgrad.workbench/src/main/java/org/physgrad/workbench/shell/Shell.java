package org.physgrad.workbench.shell;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.osgi.framework.BundleContext;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.plugins.Plugins;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.ClosingGuard;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.Task;
import org.physgrad.workbench.spi.Theme;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** The window: puts its pieces together and offers them to views and actions. */
final class Shell implements Workbench {

    private static final String THEME = "theme";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";

    private final Catalog catalog;
    private final Plugins plugins;
    private final Path folder;
    private final Settings settings;
    private final JFrame frame = new JFrame();
    private final StatusBar statusBar = new StatusBar();
    private final Notices notices = new Notices();
    private final Background background = new Background(statusBar, this::tell);
    private final Actions actions = new Actions(this);
    private final ViewArea views = new ViewArea(frame, this);
    private final Listeners<Selection> selectionListeners = new Listeners<>(this::listenerFailed);
    private final Listeners<Theme> themeListeners = new Listeners<>(this::listenerFailed);
    private final List<Registration> contributions = new ArrayList<>();
    private final Closing closing;
    private Selection selection = Selection.NONE;
    private Theme theme;

    private Shell(Catalog catalog, Plugins plugins, Path folder, Settings settings, Runnable closed) {
        this.catalog = catalog;
        this.plugins = plugins;
        this.folder = folder;
        this.settings = settings;
        this.theme = Theme.valueOf(settings.get(THEME, Theme.LIGHT.name()));
        this.closing = new Closing(frame, () -> {
            try {
                dispose();
            } finally {
                closed.run(); // whatever failed, the process ends
            }
        });
    }

    /**
     * Opens the window.
     *
     * @param context whose services are the views and actions
     * @param catalog the installed parts
     * @param plugins the plug-ins of this installation
     * @param machine what the status bar tells of what computes
     * @param folder the workspace folder
     * @param closed told when the window has been closed
     */
    static Shell open(
            BundleContext context, Catalog catalog, Plugins plugins, Machine machine, Path folder, Runnable closed) {
        try {
            Settings settings = Settings.ofUser();
            Themes.apply(Theme.valueOf(settings.get(THEME, Theme.LIGHT.name())));
            Shell shell = new Shell(catalog, plugins, folder, settings, closed);
            shell.build();
            shell.follow(context);
            shell.contributions.add(machine.follow(shell.statusBar::machine));
            shell.show();
            return shell;
        } catch (IOException e) {
            throw new UncheckedIOException("the settings cannot be read: " + e.getMessage(), e);
        }
    }

    private void build() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                tell(Notice.error("Something failed in the window: " + Failures.message(failure), failure)));
        frame.setName("workbench");
        frame.setIconImages(WindowIcon.images());
        frame.setTitle(folder.getFileName() + " - PhysGrad Workbench");
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closing.ask();
            }
        });
        ActionBars bars = new ActionBars(actions, frame);
        frame.add(bars.toolBar(), BorderLayout.NORTH);
        frame.add(statusBar, BorderLayout.SOUTH);
        NoticeToasts toasts = new NoticeToasts(frame);
        notices.follow(toasts::show);
        notices.follow(entry -> statusBar.message(entry.notice().message()));
        viewArrived(new NoticeView(notices));
        CommandPalette palette = new CommandPalette(frame, actions);
        new ShellActions(closing::ask, views::reset, palette::open).all().forEach(actions::add);
    }

    private void follow(BundleContext context) {
        contributions.add(Contributions.follow(context, Action.class, actions::add, actions::remove));
        contributions.add(Contributions.follow(context, ClosingGuard.class, closing::add, closing::remove));
        contributions.add(Contributions.follow(context, View.class, this::viewArrived, this::viewLeft));
    }

    private void viewArrived(View view) {
        views.add(view);
        actions.add(new OpenView(view, views::focus));
    }

    private void viewLeft(View view) {
        views.remove(view);
        actions.removeById(OpenView.id(view));
    }

    private void show() {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        frame.setSize(
                Math.min(settings.get(WIDTH, 1280), screen.width), Math.min(settings.get(HEIGHT, 800), screen.height));
        frame.setMinimumSize(new Dimension(Math.min(640, screen.width), Math.min(400, screen.height)));
        frame.setLocationRelativeTo(null);
        frame.setVisible(true);
        views.restore(settings.layout());
    }

    /** Closes the window without asking, as when the process is told to end; returns when everything is in a good state. */
    void closeNow() {
        closing.closeNow();
    }

    private void dispose() {
        contributions.forEach(Registration::close);
        settings.set(THEME, theme);
        settings.set(WIDTH, frame.getWidth());
        settings.set(HEIGHT, frame.getHeight());
        background.close();
        views.close();
        frame.dispose();
        try {
            settings.write();
        } catch (IOException e) {
            System.err.println(
                    "physgrad: the settings cannot be kept: " + e); // there is no window any more to tell it in
        }
    }

    private void listenerFailed(Throwable failure) {
        tell(Notice.error("A view could not follow a change: " + Failures.message(failure), failure));
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Plugins plugins() {
        return plugins;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Window window() {
        return frame;
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public void select(Selection wanted) {
        if (!wanted.equals(selection)) {
            selection = wanted;
            selectionListeners.tell(wanted);
            updateActions();
        }
    }

    @Override
    public Registration onSelection(Consumer<Selection> listener) {
        return selectionListeners.add(listener);
    }

    @Override
    public Theme theme() {
        return theme;
    }

    @Override
    public void setTheme(Theme wanted) {
        theme = wanted;
        Themes.apply(wanted);
        themeListeners.tell(wanted);
    }

    @Override
    public Registration onTheme(Consumer<Theme> listener) {
        return themeListeners.add(listener);
    }

    @Override
    public void open(String id) {
        if (!views.open(id)) {
            tell(Notice.warning("There is no view " + id + "; the plug-in that offered it may be gone."));
        }
    }

    @Override
    public void perform(String id) {
        actions.perform(id);
    }

    @Override
    public void updateActions() {
        if (EventQueue.isDispatchThread()) {
            actions.changed();
        } else {
            EventQueue.invokeLater(actions::changed);
        }
    }

    @Override
    public void tell(Notice notice) {
        notices.tell(notice);
    }

    @Override
    public <T> void inBackground(String name, Task<T> task, Consumer<? super T> done) {
        background.start(name, task, done);
    }
}
