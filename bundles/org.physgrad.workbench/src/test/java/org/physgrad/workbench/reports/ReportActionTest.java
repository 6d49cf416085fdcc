package org.physgrad.workbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the window puts a report. */
class ReportActionTest {

    @Test
    void aRunHasItsOwnAndSeveralHaveOneInTheWorkspace() {
        Path workspace = Path.of("work");
        Path first = workspace.resolve("runs/heat");
        Path second = workspace.resolve("runs/heat-adam");
        assertEquals(first.resolve("report.html"), ReportAction.page(workspace, List.of(first)));
        assertEquals(workspace.resolve("report.html"), ReportAction.page(workspace, List.of(first, second)));
    }
}
