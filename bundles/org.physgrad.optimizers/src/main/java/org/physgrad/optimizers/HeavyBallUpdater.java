package org.physgrad.optimizers;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** Applies {@link HeavyBall} to one block of weights; the velocity is a view of the network's updater state. */
final class HeavyBallUpdater implements GradientUpdater<HeavyBall> {

    private static final String VELOCITY = "V";

    private final HeavyBall config;
    private INDArray velocity;

    HeavyBallUpdater(HeavyBall config) {
        this.config = config;
    }

    @Override
    public HeavyBall getConfig() {
        return config;
    }

    @Override
    public void setState(Map<String, INDArray> stateMap, boolean initialize) {
        velocity = stateMap.get(VELOCITY);
        if (initialize) {
            velocity.assign(0);
        }
    }

    @Override
    public Map<String, INDArray> getState() {
        return Map.of(VELOCITY, velocity);
    }

    @Override
    public void setStateViewArray(INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
        setState(Map.of(VELOCITY, viewArray.reshape(viewArray.length())), initialize);
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        velocity.muli(config.getMomentum()).addi(gradient);
        gradient.assign(velocity).muli(config.getLearningRate(iteration, epoch));
    }
}
