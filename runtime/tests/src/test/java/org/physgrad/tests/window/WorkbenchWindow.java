package org.physgrad.tests.window;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.finder.JOptionPaneFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JComboBoxFixture;
import org.assertj.swing.fixture.JOptionPaneFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.physgrad.tests.Product;

/**
 * The window of the distribution, driven by mouse and keys. It runs in this process, in an OSGi framework that its own launcher has started from the distribution's
 * files; of the test's class path it sees nothing.
 */
final class WorkbenchWindow {

    /** Guards against a window that hangs; far beyond what any step takes. */
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(2);

    private static final Pattern ITERATION = Pattern.compile("iteration=(\\d+)");

    private static final List<Class<?>> CONTROLS = List.of(
            AbstractButton.class,
            JTextComponent.class,
            JComboBox.class,
            JSpinner.class,
            JSlider.class,
            JTable.class,
            JTree.class);

    /**
     * A row of the table of runs.
     *
     * @param state its state in words, empty for a run that is not there
     * @param iteration iterations done
     */
    record Run(String state, int iteration) {}

    private final java.awt.Robot hand;
    private final Robot robot;
    private final FrameFixture frame;

    private WorkbenchWindow(java.awt.Robot hand, Robot robot, FrameFixture frame) {
        this.hand = hand;
        this.robot = robot;
        this.frame = frame;
    }

    /** Starts the program as its start script does and waits for its window. */
    static WorkbenchWindow open(Path workspace) throws IOException, AWTException {
        for (String settings : List.of("PHYSGRAD_CONFIG", "PHYSGRAD_PLUGINS")) {
            delete(Path.of(System.getenv(settings)));
        }
        System.setProperty("physgrad.product", "workbench");
        ClassLoader launcher = new URLClassLoader(launcherJars(), ClassLoader.getPlatformClassLoader());
        Thread main = new Thread(() -> run(launcher, "workbench", workspace.toString()), "main of the workbench");
        main.setContextClassLoader(launcher);
        main.setDaemon(true);
        main.start();
        Robot robot = BasicRobot.robotWithCurrentAwtHierarchy();
        FrameFixture frame = WindowFinder.findFrame("workbench")
                .withTimeout(PATIENCE, TimeUnit.MILLISECONDS)
                .using(robot);
        WorkbenchWindow window = new WorkbenchWindow(new java.awt.Robot(), robot, frame);
        window.await(
                "views and toolbar are there",
                () -> window.shows("org.physgrad.runs") && window.shows("tool.run.start"));
        robot.waitForIdle();
        return window;
    }

    /** Forgets what an earlier test has left behind. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static URL[] launcherJars() throws IOException {
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Product.HOME.resolve("launcher"), "*.jar")) {
            for (Path file : files) {
                jars.add(file.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }

    private static void run(ClassLoader launcher, String... arguments) {
        try {
            launcher.loadClass("org.physgrad.launcher.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What AssertJ offers to find and use components with. */
    FrameFixture frame() {
        return frame;
    }

    /** Waits until something holds; what it is said of may be still to come. */
    void await(String description, BooleanSupplier condition) {
        Pause.pause(
                new Condition(description) {
                    @Override
                    public boolean test() {
                        try {
                            return condition.getAsBoolean();
                        } catch (ComponentLookupException e) {
                            return false;
                        }
                    }
                },
                PATIENCE);
    }

    /** Presses keys together, and lets go of them at once: a key that is held down repeats itself. */
    void keys(int... keys) {
        for (int key : keys) {
            hand.keyPress(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            hand.keyRelease(keys[i]);
        }
        robot.waitForIdle();
    }

    /** Presses the keys of an action as soon as it can be done. */
    void perform(String action, int... keys) {
        Component item = ask(() ->
                all(frame.target()).filter(named("menu." + action)).findFirst().orElseThrow());
        await(action + " can be done", () -> ask(item::isEnabled));
        keys(keys);
    }

    /** Chooses from the menus. */
    void menu(String action) {
        frame.menuItem("menu." + action).click();
    }

    /** Clicks a button. */
    void click(String button) {
        frame.button(button).click();
    }

    /** The dialog that is open or opens. */
    JOptionPaneFixture dialog() {
        return JOptionPaneFinder.findOptionPane()
                .withTimeout(PATIENCE, TimeUnit.MILLISECONDS)
                .using(robot);
    }

    /** The dialog of a name that is open or opens. */
    DialogFixture dialog(String name) {
        return WindowFinder.findDialog(name)
                .withTimeout(PATIENCE, TimeUnit.MILLISECONDS)
                .using(robot);
    }

    /** Types into a dialog and presses Enter. */
    void answer(String text) {
        dialog().textBox().deleteText().enterText(text).pressAndReleaseKeys(KeyEvent.VK_ENTER);
    }

    /** Picks a file in a file chooser. */
    void chooseFile(String chooser, Path file) {
        JFileChooserFinder.findFileChooser(chooser)
                .withTimeout(PATIENCE, TimeUnit.MILLISECONDS)
                .using(robot)
                .fileNameTextBox()
                .deleteText()
                .enterText(file.toString())
                .pressAndReleaseKeys(KeyEvent.VK_ENTER);
    }

    /** Enters a value in the form of the experiment. */
    void enter(String path, Object value) {
        JTextComponentFixture field = frame.textBox(path);
        reveal(field.target());
        field.click().deleteText().enterText(value.toString());
    }

    /** Chooses a type in the form of the experiment. */
    void choose(String path, String type) {
        choose(frame.comboBox(path), type);
    }

    /** Chooses a type in a form. */
    void choose(JComboBoxFixture box, String type) {
        reveal(box.target());
        box.replaceCellReader((combo, index) -> String.valueOf(combo.getItemAt(index)));
        // The list closes when a check in the background changes the form under it; people open it again.
        await(box.target().getName() + " is " + type, () -> {
            if (type.equals(box.selectedItem())) {
                return true;
            }
            box.selectItem(type);
            return false;
        });
    }

    /** Scrolls a control into sight, as people do with the wheel. */
    private void reveal(JComponent component) {
        GuiActionRunner.execute(
                () -> component.scrollRectToVisible(new Rectangle(component.getWidth(), component.getHeight())));
        robot.waitForIdle();
    }

    /** Closes a view by the cross in its header. */
    void closeView(String id) {
        JComponent view = component(id);
        Component cross = ask(() -> all(view.getParent())
                .filter(AbstractButton.class::isInstance)
                .filter(button -> !SwingUtilities.isDescendingFrom(button, view))
                .reduce((first, last) -> last)
                .orElseThrow());
        robot.click(cross);
        await(id + " is closed", () -> !has(id));
    }

    /** What a run's row says. */
    Run run(String name) {
        int row = row("runs.table", name);
        JTable table = frame.table("runs.table").target();
        return row < 0
                ? new Run("", 0)
                : ask(() -> {
                    Matcher iteration =
                            ITERATION.matcher(table.getValueAt(row, 2).toString());
                    return new Run(
                            table.getValueAt(row, 1).toString(),
                            iteration.find() ? Integer.parseInt(iteration.group(1)) : 0);
                });
    }

    /** Index of the row of a table that begins with a text; -1 if there is none. */
    int row(String table, String text) {
        JTable target = frame.table(table).target();
        return ask(() -> Stream.iterate(0, row -> row < target.getRowCount(), row -> row + 1)
                .filter(row -> text.equals(target.getValueAt(row, 0)))
                .findFirst()
                .orElse(-1));
    }

    /** The text of a label or text component. */
    String text(String name) {
        JComponent component = component(name);
        return ask(() ->
                component instanceof JTextComponent text ? text.getText() : ((javax.swing.JLabel) component).getText());
    }

    /** Whether a component of a name, and in it one of another name and so on, can be seen. */
    boolean shows(String... names) {
        return ask(() -> {
            Stream<Component> found = Stream.of(frame.target());
            for (String name : names) {
                found = found.flatMap(WorkbenchWindow::all).filter(named(name).and(Component::isShowing));
            }
            return found.findAny().isPresent();
        });
    }

    /** Whether there is a component of a name, be it visible or not. */
    boolean has(String name) {
        return ask(() -> all(frame.target()).anyMatch(named(name)));
    }

    /** Where the views are that can be seen. */
    Map<String, Rectangle> places() {
        return ask(() -> {
            Map<String, Rectangle> places = new HashMap<>();
            all(frame.target())
                    .filter(component -> component.getClass().getSimpleName().equals("DockedView"))
                    .filter(Component::isShowing)
                    .forEach(view -> places.put(
                            view.getName(),
                            SwingUtilities.convertRectangle(view.getParent(), view.getBounds(), frame.target())));
            return places;
        });
    }

    /** Controls that the keyboard reaches and that have neither text nor an accessible name; the field of a spinner has that of the spinner. */
    List<String> namelessControls() {
        return ask(() -> all(frame.target())
                .filter(component -> component.isShowing() && component.isFocusable())
                .filter(component -> CONTROLS.stream().anyMatch(type -> type.isInstance(component)))
                .filter(component -> SwingUtilities.getAncestorOfClass(JSpinner.class, component) == null)
                .filter(component -> component.getAccessibleContext().getAccessibleName() == null)
                .map(Component::toString)
                .toList());
    }

    /** What a component looks like. */
    BufferedImage picture(String name) {
        JComponent component = component(name);
        return ask(() -> {
            BufferedImage image = new BufferedImage(
                    Math.max(1, component.getWidth()), Math.max(1, component.getHeight()), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            component.paint(graphics);
            graphics.dispose();
            return image;
        });
    }

    private JComponent component(String name) {
        return robot.finder().findByName(frame.target(), name, JComponent.class);
    }

    private static <T> T ask(Callable<T> question) {
        return GuiActionRunner.execute(question);
    }

    private static Predicate<Component> named(String name) {
        return component -> name.equals(component.getName());
    }

    private static Stream<Component> all(Component root) {
        Stream<Component> inside = root instanceof javax.swing.JMenu menu
                ? Stream.of(menu.getMenuComponents()).flatMap(WorkbenchWindow::all)
                : root instanceof Container container
                        ? Stream.of(container.getComponents()).flatMap(WorkbenchWindow::all)
                        : Stream.empty();
        return Stream.concat(Stream.of(root), inside);
    }
}
