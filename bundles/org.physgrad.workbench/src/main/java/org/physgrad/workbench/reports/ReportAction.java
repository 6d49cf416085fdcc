package org.physgrad.workbench.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.Icon;
import org.osgi.service.component.annotations.Component;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.report.ReportOptions;
import org.physgrad.report.RunReport;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.project.DesktopOpener;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;

/** Writes the report of the selected runs, the page that {@code physgrad report} writes, and opens it. */
@Component(service = Action.class)
public final class ReportAction implements Action {

    /** Name for programs. */
    public static final String ID = "runs.report";

    private static final String PAGE = "report.html";

    @Override
    public Description description() {
        return new Description(ID, "Report", "Run", 301, "F9");
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.REPORT);
    }

    @Override
    public Optional<String> refuses(Workbench workbench) {
        return workbench.selection().runs().isEmpty() ? Optional.of("no run is selected") : Optional.empty();
    }

    @Override
    public void perform(Workbench workbench) {
        List<Path> runs = workbench.selection().runs();
        Path page = page(workbench.folder(), runs);
        Catalog catalog = workbench.catalog();
        workbench.inBackground("Writing the report", progress -> write(catalog, runs, page), notes -> {
            notes.forEach(note -> workbench.tell(Notice.warning(note)));
            workbench.tell(Notice.info(page + " is written."));
            DesktopOpener.open(workbench, page);
        });
    }

    /** Where the command line puts it: with a single run, or above all. */
    static Path page(Path workspace, List<Path> runs) {
        return runs.size() == 1 ? runs.get(0).resolve(PAGE) : workspace.resolve(PAGE);
    }

    private static List<String> write(Catalog catalog, List<Path> runs, Path page) throws IOException {
        RunReport report = RunReport.of(catalog, runs, ReportOptions.DEFAULT);
        report.write(page);
        return report.notes();
    }
}
