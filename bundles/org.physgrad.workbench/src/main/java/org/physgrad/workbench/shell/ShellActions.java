package org.physgrad.workbench.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.Icon;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Theme;
import org.physgrad.workbench.spi.Workbench;

/** The actions on the window itself. */
final class ShellActions {

    private record Simple(Description description, Optional<Icon> icon, Consumer<Workbench> work) implements Action {
        @Override
        public void perform(Workbench workbench) {
            work.accept(workbench);
        }
    }

    private final Runnable close;
    private final Runnable resetLayout;
    private final Runnable palette;

    ShellActions(Runnable close, Runnable resetLayout, Runnable palette) {
        this.close = close;
        this.resetLayout = resetLayout;
        this.palette = palette;
    }

    List<Action> all() {
        return List.of(
                action("window.close", "Close", "File", 900, "control Q", Optional.empty(), workbench -> close.run()),
                action(
                        "view.palette",
                        "Find command",
                        "View",
                        10,
                        "control shift A",
                        Optional.of(Symbol.FIND),
                        workbench -> palette.run()),
                action(
                        "view.theme",
                        "Switch between light and dark",
                        "View",
                        20,
                        "control shift T",
                        Optional.of(Symbol.THEME),
                        workbench -> workbench.setTheme(workbench.theme().dark() ? Theme.LIGHT : Theme.DARK)),
                action(
                        "view.resetLayout",
                        "Reset layout",
                        "View",
                        30,
                        "",
                        Optional.empty(),
                        workbench -> resetLayout.run()));
    }

    private static Action action(
            String id, String name, String menu, int order, String key, Optional<Icon> icon, Consumer<Workbench> work) {
        return new Simple(new Action.Description(id, name, menu, order, key), icon, work);
    }
}
