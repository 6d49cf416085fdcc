package org.physgrad.workbench.shell;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRootPane;
import javax.swing.JToolBar;
import org.physgrad.workbench.spi.Action;

/** The menu bar, the toolbar and the keys of the window, made anew when actions come or go. */
final class ActionBars {

    /** Menus in the order of the bar; others follow by name. */
    private static final List<String> MENUS = List.of("File", "Edit", "Run", "View", "Plug-ins");

    private final Actions actions;
    private final JRootPane root;
    private final JMenuBar menuBar = new JMenuBar();
    private final JToolBar toolBar = new JToolBar();
    private final List<ActionItem> items = new ArrayList<>();
    private List<Action> shown = List.of();
    private boolean pending;

    ActionBars(Actions actions, JFrame frame) {
        this.actions = actions;
        this.root = frame.getRootPane();
        toolBar.setName("toolBar");
        toolBar.setFloatable(false);
        frame.setJMenuBar(menuBar);
        actions.follow(this::changed);
    }

    JToolBar toolBar() {
        return toolBar;
    }

    /** Many changes in a row, as at the start, make the bars once. */
    private void changed() {
        if (!pending) {
            pending = true;
            EventQueue.invokeLater(() -> {
                pending = false;
                update();
            });
        }
    }

    private void update() {
        List<Action> all = actions.all();
        if (!all.equals(shown)) {
            shown = all;
            build();
        }
        items.forEach(ActionItem::update);
    }

    private void build() {
        items.clear();
        menuBar.removeAll();
        toolBar.removeAll();
        InputMap keys = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
        ActionMap names = root.getActionMap();
        keys.clear();
        names.clear();
        Map<String, JMenu> menus = new LinkedHashMap<>();
        MENUS.forEach(name -> menu(name, menus));
        Map<JMenu, Integer> group = new LinkedHashMap<>();
        for (Action action : shown) {
            ActionItem item = new ActionItem(actions, action);
            items.add(item);
            String id = action.description().id();
            ActionItem.key(action).ifPresent(key -> keys.put(key, id));
            names.put(id, item);
            if (!action.description().menu().isEmpty()) {
                JMenu menu = menu(action.description().menu(), menus);
                int hundreds = action.description().order() / 100;
                Integer before = group.put(menu, hundreds);
                if (before != null && before != hundreds) {
                    menu.addSeparator();
                }
                menu.add(menuItem(id, item));
            }
        }
        fillToolBar();
        removeEmptyMenus();
        menuBar.revalidate();
        menuBar.repaint();
        toolBar.revalidate();
        toolBar.repaint();
    }

    /** The toolbar has the actions with icons in the order of the menus, one group for each. */
    private void fillToolBar() {
        List<ActionItem> withIcon = items.stream()
                .filter(item -> item.action().icon().isPresent())
                .sorted(Comparator.comparingInt(item -> rank(item.action())))
                .toList();
        Optional<String> before = Optional.empty();
        for (ActionItem item : withIcon) {
            Action.Description description = item.action().description();
            if (before.filter(menu -> !menu.equals(description.menu())).isPresent()) {
                toolBar.addSeparator();
            }
            before = Optional.of(description.menu());
            toolBar.add(button(description.id(), item));
        }
    }

    private static int rank(Action action) {
        int menu = MENUS.indexOf(action.description().menu());
        return menu < 0 ? MENUS.size() : menu;
    }

    private void removeEmptyMenus() {
        for (int i = menuBar.getMenuCount() - 1; i >= 0; i--) {
            if (menuBar.getMenu(i).getItemCount() == 0) {
                menuBar.remove(i);
            }
        }
    }

    /** Finds a menu by its path, such as {@code View/Layout}, or makes it. */
    private JMenu menu(String path, Map<String, JMenu> menus) {
        JMenu known = menus.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        JMenu menu = new JMenu(path.substring(slash + 1));
        menu.setName("menu." + path);
        menu.setMnemonic(menu.getText().charAt(0));
        if (slash < 0) {
            menuBar.add(menu);
        } else {
            menu(path.substring(0, slash), menus).add(menu);
        }
        menus.put(path, menu);
        return menu;
    }

    private static JMenuItem menuItem(String id, ActionItem action) {
        JMenuItem item = new JMenuItem(action);
        item.setName("menu." + id);
        item.setToolTipText(null); // the reason stays on the toolbar and in the palette
        return item;
    }

    private static JButton button(String id, ActionItem action) {
        JButton button = new JButton(action);
        button.setName("tool." + id);
        button.setHideActionText(true);
        button.setFocusable(false); // the keyboard has menus, keys and the palette
        button.getAccessibleContext().setAccessibleName(String.valueOf(action.getValue(javax.swing.Action.NAME)));
        return button;
    }
}
