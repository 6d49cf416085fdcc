package org.physgrad.workbench.editor;

import java.awt.datatransfer.StringSelection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;

/** Copies the command that runs the experiment in a terminal. */
@Component(service = Action.class)
public final class CopyCommandAction extends DocumentAction {

    /**
     * Made by Declarative Services.
     *
     * @param documents the open experiments
     */
    @Activate
    public CopyCommandAction(@Reference Documents documents) {
        super(documents, new Description("experiment.copyCommand", "Copy as command", "Edit", 100, "control shift C"));
    }

    @Override
    void perform(Workbench workbench, ExperimentDocument document) {
        String command = command(document.file().toString());
        workbench.window().getToolkit().getSystemClipboard().setContents(new StringSelection(command), null);
        workbench.tell(Notice.info("Copied: " + command));
    }

    /** Quotes the file name for a shell where it holds anything but plain characters. */
    static String command(String file) {
        boolean plain = file.matches("[A-Za-z0-9_./:\\\\-]+");
        return "physgrad run " + (plain ? file : "'" + file.replace("'", "'\\''") + "'");
    }
}
