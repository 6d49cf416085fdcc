package org.physgrad.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.physgrad.api.visual.Visual;
import org.physgrad.check.VisualCheck;

/** The contract of visuals: images of the right size, the same for the same scene, and honest refusals. Needs no display. */
public abstract class VisualContract {

    /**
     * Makes the visual to test.
     *
     * @return the visual
     */
    protected abstract Visual visual();

    @TestFactory
    final Stream<DynamicTest> contract() {
        return ContractTests.of(VisualCheck.run(visual()));
    }
}
