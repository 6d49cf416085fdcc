package org.physgrad.workbench.fields;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import org.physgrad.engine.catalog.PartType;

/** Chooses among the visuals that are installed; plug-ins add to them and take them away. */
final class VisualChooser {

    private final InstalledVisuals visuals;
    private final String preferred;
    private final Consumer<String> chosen;
    private final DefaultComboBoxModel<String> names = new DefaultComboBoxModel<>();
    private final JComboBox<String> box = new JComboBox<>(names);
    private boolean filling;

    /**
     * @param preferred type name of the visual to begin with
     * @param chosen told of each choice
     */
    VisualChooser(InstalledVisuals visuals, String name, String preferred, Consumer<String> chosen) {
        this.visuals = visuals;
        this.preferred = preferred;
        this.chosen = chosen;
        box.setName(name + ".visual");
        box.getAccessibleContext().setAccessibleName("Visual");
        box.setToolTipText("What draws the picture; plug-ins may bring others");
        box.addActionListener(event -> {
            if (!filling) {
                chosen().ifPresent(chosen);
            }
        });
        fill();
    }

    JComponent component() {
        return box;
    }

    /** The choice; empty while no visual is installed. */
    Optional<String> chosen() {
        return Optional.ofNullable((String) box.getSelectedItem());
    }

    /** Lists what is installed now; chooses another visual if the chosen one is gone. */
    void fill() {
        List<String> installed = visuals.all().stream().map(PartType::name).toList();
        Optional<String> before = chosen();
        filling = true;
        try {
            names.removeAllElements();
            names.addAll(installed);
            Optional<String> after = before.filter(installed::contains)
                    .or(() -> Optional.of(preferred).filter(installed::contains))
                    .or(() -> installed.stream().findFirst());
            box.setSelectedItem(after.orElse(null));
        } finally {
            filling = false;
        }
        if (!before.equals(chosen())) {
            chosen().ifPresent(chosen);
        }
    }
}
