package org.physgrad.workbench.runs;

import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;

/** Shows the learning rate of a run and changes it in flight. */
final class LearningRateField {

    private static final String PARAMETER = "learningRate";

    private final RunQueue queue;
    private final Workbench workbench;
    private final JTextField field = new JTextField(8);
    private final JLabel label = new JLabel("Learning rate");
    private Optional<TrackedRun> run = Optional.empty();
    private String shown = "";

    LearningRateField(RunQueue queue, Workbench workbench) {
        this.queue = queue;
        this.workbench = workbench;
        field.setName("runs.learningRate");
        field.getAccessibleContext().setAccessibleName("Learning rate");
        field.setToolTipText("Enter changes it from the next iteration on; the change is an event of the run");
        label.setLabelFor(field);
        field.addActionListener(event -> change());
        show(run);
    }

    JComponent label() {
        return label;
    }

    JComponent component() {
        return field;
    }

    void show(Optional<TrackedRun> selected) {
        boolean other = !run.equals(selected);
        run = selected;
        Optional<Object> rate =
                selected.map(chosen -> chosen.experiment().optimizer().values().get(PARAMETER));
        field.setEnabled(
                rate.isPresent() && selected.orElseThrow().status().state().active());
        String now = rate.map(Object::toString).orElse("");
        if (other || !now.equals(shown)) { // what somebody types stays until they are done
            shown = now;
            field.setText(now);
        }
    }

    private void change() {
        run.ifPresent(changed -> {
            try {
                queue.change(
                        changed,
                        Map.of("optimizer." + PARAMETER, field.getText().strip()));
            } catch (InvalidExperimentException e) {
                field.setText(shown);
                workbench.tell(Notice.warning(e.getMessage()));
            }
        });
    }
}
