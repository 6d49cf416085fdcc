package org.physgrad.workbench.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.Icon;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.api.Batch;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.inference.Answer;
import org.physgrad.engine.inference.FileInference;
import org.physgrad.engine.inference.Fit;
import org.physgrad.engine.inference.InferenceSummary;
import org.physgrad.engine.inference.TrainedModel;
import org.physgrad.engine.samples.AnsweredExample;
import org.physgrad.files.ArrayFiles;
import org.physgrad.workbench.fields.AnsweredFile;
import org.physgrad.workbench.fields.ExampleModel;
import org.physgrad.workbench.fields.FieldsView;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.runs.RunQueue;
import org.physgrad.workbench.runs.TrackedRun;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Task;
import org.physgrad.workbench.spi.Workbench;

/** Has the network of the selected run answer observations in a file, as {@code physgrad infer} does, and shows the answers. */
@Component(service = Action.class)
public final class InferAction implements Action {

    /** Name for programs. */
    public static final String ID = "run.infer";

    /** Fields that a solver refines at a time: it may take seconds for each, and nobody wants to wait long for a cancel. */
    private static final int REFINED = 8;

    /** Answers that are kept to be looked at. */
    private static final int SHOWN = 32;

    private final RunQueue queue;
    private final ExampleModel shown;
    private final Entries entries = new Entries();

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     * @param shown where answers are shown
     */
    @Activate
    public InferAction(@Reference RunQueue queue, @Reference ExampleModel shown) {
        this.queue = queue;
        this.shown = shown;
    }

    @Override
    public Description description() {
        return new Description(ID, "Infer...", "Run", 302, "shift F9");
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.INFER);
    }

    @Override
    public Optional<String> refuses(Workbench workbench) {
        return queue.unrest(workbench.selection());
    }

    @Override
    public void perform(Workbench workbench) {
        workbench
                .selection()
                .run()
                .ifPresent(folder -> workbench.inBackground(
                        "Reading the network",
                        progress -> Subject.of(workbench.catalog(), queue.open(folder)),
                        subject -> InferDialog.ask(workbench, subject, entries)
                                .ifPresent(request -> infer(workbench, subject.run(), request))));
    }

    private void infer(Workbench workbench, TrackedRun run, InferenceRequest request) {
        List<Snapshot> examples = new ArrayList<>();
        Catalog catalog = workbench.catalog();
        workbench.inBackground(
                "Inferring",
                progress -> infer(catalog, run, request, progress, examples::add),
                summary -> tell(workbench, run, request, summary, examples));
    }

    private static Optional<InferenceSummary> infer(
            Catalog catalog,
            TrackedRun run,
            InferenceRequest request,
            Task.Progress progress,
            Consumer<Snapshot> examples)
            throws IOException {
        try (TrainedModel model = TrainedModel.open(catalog, run.folder(), damaged -> {})) {
            return new FileInference(catalog, model)
                    .run(request.files(), request.refinement(), slice(model, request), (first, size, batch, answer) -> {
                        copy(first, batch, answer, request.refinement().isPresent(), model.iteration(), examples);
                        long done = first + batch.size();
                        progress.report((double) done / size, "Answered " + done + " of " + size + " observations");
                        return !progress.cancelled();
                    });
        }
    }

    private static int slice(TrainedModel model, InferenceRequest request) {
        boolean numbers = model.problem().simulator().causeShape().length == 0;
        return numbers || request.refinement().isEmpty() ? FileInference.BATCH : REFINED;
    }

    private static void copy(
            long first, Batch batch, Answer answer, boolean refined, int iteration, Consumer<Snapshot> examples) {
        boolean numbers = answer.x().rank() == 1;
        int last = numbers ? 1 : batch.size();
        for (int index = 0; index < last && first + index < (numbers ? 1 : SHOWN); index++) {
            examples.accept(AnsweredExample.read(batch, answer, refined, index, (int) first + index, iteration));
        }
    }

    private void tell(
            Workbench workbench,
            TrackedRun run,
            InferenceRequest request,
            Optional<InferenceSummary> summary,
            List<Snapshot> examples) {
        if (summary.isEmpty()) {
            workbench.tell(Notice.warning("The inference was cancelled; nothing was written."));
            return;
        }
        workbench.tell(Notice.info(words(request, summary.get())));
        shown.hold(new AnsweredFile(run, name(request), summary.get().examples(), examples));
        workbench.open(FieldsView.ID);
    }

    private static String name(InferenceRequest request) {
        String location = request.files().observations();
        try {
            return ArrayFiles.file(location).getFileName().toString();
        } catch (IOException e) {
            return location;
        }
    }

    private static String words(InferenceRequest request, InferenceSummary summary) {
        Fit after = summary.after();
        String before = request.refinement().isPresent()
                ? String.format(
                        Locale.ROOT,
                        " (%.4g before refinement)",
                        summary.before().residual())
                : "";
        String lost = summary.diverged() == 0
                ? ""
                : " " + summary.diverged() + " diverged in refinement and stay where they were before.";
        return String.format(
                Locale.ROOT,
                "%d observations answered: mean loss %.4g, mean residual ||P(x) - y*|| %.4g%s.%s %s is written.",
                summary.examples(),
                after.loss(),
                after.residual(),
                before,
                lost,
                request.files().causes());
    }
}
