package org.physgrad.cli;

import java.nio.file.Path;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.TrainingListener;

/** Tells the user of a command how its run goes. */
interface RunReporter extends TrainingListener {

    /** The run folder is there. */
    void opened(Path folder);

    /** The run is over. */
    void ended(Ending ending, Path folder);
}
