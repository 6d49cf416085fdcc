package org.physgrad.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.physgrad.api.NetworkFactory;
import org.physgrad.check.NetworkCheck;
import org.physgrad.ml.MlPlatform;

/** The contract of networks: shapes, reproducible weights, storage, gradients. */
public abstract class NetworkFactoryContract {

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /**
     * Makes the network to test; a small one is enough.
     *
     * @return the network
     */
    protected abstract NetworkFactory network();

    /**
     * Names the shape of one input.
     *
     * @return {@code [channels, nx, ny]} or {@code [features]}
     */
    protected abstract long[] inputShape();

    /**
     * Names the shape of one output.
     *
     * @return likewise
     */
    protected abstract long[] outputShape();

    @TestFactory
    final Stream<DynamicTest> contract() {
        assertEquals(
                Optional.empty(), network().refuses(inputShape(), outputShape()), "the network refuses the shapes");
        return ContractTests.of(
                NetworkCheck.run(network(), inputShape(), outputShape(), ContractTests.BATCH, ContractTests.random()));
    }
}
