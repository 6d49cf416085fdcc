package org.physgrad.workbench.shell;

import java.awt.event.ActionEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import org.physgrad.workbench.spi.Action;

/** An action of the window as Swing's menus, buttons and key maps take it. */
final class ActionItem extends AbstractAction {

    private static final long serialVersionUID = 1L;

    private final transient Actions actions;
    private final transient Action action;

    ActionItem(Actions actions, Action action) {
        super(action.description().name());
        this.actions = actions;
        this.action = action;
        key(action).ifPresent(key -> putValue(ACCELERATOR_KEY, key));
        action.icon().ifPresent(icon -> putValue(SMALL_ICON, icon));
        update();
    }

    static Optional<KeyStroke> key(Action action) {
        return Optional.ofNullable(KeyStroke.getKeyStroke(action.description().key()));
    }

    Action action() {
        return action;
    }

    /** Asks whether the action can be done; the tool tip says why not. */
    void update() {
        Optional<String> refusal = actions.refusal(action);
        setEnabled(refusal.isEmpty());
        String name = action.description().name();
        String keys = key(action).map(key -> " (" + KeyNames.of(key) + ")").orElse("");
        putValue(
                SHORT_DESCRIPTION,
                name + keys + refusal.map(reason -> ": " + reason).orElse(""));
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        actions.perform(action);
    }
}
