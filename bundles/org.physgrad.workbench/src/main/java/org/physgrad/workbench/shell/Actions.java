package org.physgrad.workbench.shell;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;

/** All actions of the window: what menus, keys, toolbar and palette offer comes from here. */
final class Actions {

    private final Workbench workbench;
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final Listeners<Actions> listeners;

    Actions(Workbench workbench) {
        this.workbench = workbench;
        this.listeners = new Listeners<>(
                failure -> workbench.tell(Notice.error("A menu could not be brought up to date.", failure)));
    }

    void add(Action action) {
        if (actions.putIfAbsent(action.description().id(), action) != null) {
            workbench.tell(Notice.warning(
                    "There are two actions named " + action.description().id() + "; the second one is left out."));
        }
        listeners.tell(this);
    }

    void removeById(String id) {
        actions.remove(id);
        listeners.tell(this);
    }

    void remove(Action action) {
        actions.remove(action.description().id(), action);
        listeners.tell(this);
    }

    /** Follows actions that come and go, and requests to ask them again whether they can be done. */
    void follow(Runnable listener) {
        listeners.add(changed -> listener.run());
    }

    void changed() {
        listeners.tell(this);
    }

    /** Lists the actions, by menu and place in it. */
    List<Action> all() {
        return actions.values().stream()
                .sorted(Comparator.comparing(
                                (Action action) -> action.description().menu())
                        .thenComparing(action -> action.description().order())
                        .thenComparing(action -> action.description().name()))
                .toList();
    }

    /** Says why an action cannot be done now; one that throws when asked cannot. */
    Optional<String> refusal(Action action) {
        try {
            return action.refuses(workbench);
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("it failed: " + e.getMessage());
        }
    }

    void perform(String id) {
        Action action = actions.get(id);
        if (action == null) {
            workbench.tell(Notice.warning("There is no action " + id + "; the plug-in that offered it may be gone."));
        } else {
            perform(action);
        }
    }

    /** Does an action, or says why it cannot be done. */
    void perform(Action action) {
        String name = action.description().name();
        Optional<String> refusal = refusal(action);
        if (refusal.isPresent()) {
            workbench.tell(Notice.info("\"" + name + "\" cannot be done now: " + refusal.get() + "."));
            return;
        }
        try {
            action.perform(workbench);
        } catch (Exception | LinkageError e) {
            workbench.tell(Notice.error("\"" + name + "\" failed: " + Failures.message(e), e));
        }
        changed();
    }
}
