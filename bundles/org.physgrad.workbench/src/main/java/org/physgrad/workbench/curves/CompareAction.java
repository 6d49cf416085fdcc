package org.physgrad.workbench.curves;

import java.util.Optional;
import javax.swing.Icon;
import org.osgi.service.component.annotations.Component;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Workbench;

/** Draws the learning curves of the selected runs together. */
@Component(service = Action.class)
public final class CompareAction implements Action {

    /** Name for programs. */
    public static final String ID = "runs.compare";

    @Override
    public Description description() {
        return new Description(ID, "Compare runs", "Run", 300, "F8");
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.COMPARE);
    }

    @Override
    public Optional<String> refuses(Workbench workbench) {
        return workbench.selection().runs().size() < 2
                ? Optional.of("select two runs or more, with Ctrl held, in the view Project or Runs")
                : Optional.empty();
    }

    /** The view draws what is selected. */
    @Override
    public void perform(Workbench workbench) {
        workbench.open(CurvesView.ID);
    }
}
