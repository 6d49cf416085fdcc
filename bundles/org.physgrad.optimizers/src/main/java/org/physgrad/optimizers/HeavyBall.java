package org.physgrad.optimizers;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Heavy-ball momentum (Polyak, 1964) in the form of PyTorch's SGD:
 *
 * <pre>v &lt;- momentum * v + g,  p -= learningRate * v.</pre>
 *
 * ND4J itself has only Nesterov's variant. The velocity v is the updater state, one number per weight, so it is saved with the network.
 */
public final class HeavyBall implements IUpdater {

    private static final long serialVersionUID = 1L;

    // Not final: DL4J's configuration reader sets them.
    private double learningRate;
    private double momentum;

    /** For DL4J's configuration reader. */
    @SuppressWarnings("unused")
    private HeavyBall() {}

    /**
     * Describes the rule.
     *
     * @param learningRate factor of the velocity
     * @param momentum share of the previous velocity that is kept
     */
    public HeavyBall(double learningRate, double momentum) {
        this.learningRate = learningRate;
        this.momentum = momentum;
    }

    /**
     * Tells the momentum.
     *
     * @return share of the previous velocity that is kept
     */
    public double getMomentum() {
        return momentum;
    }

    @Override
    public long stateSize(long numParams) {
        return numParams;
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(INDArray viewArray, boolean initializeViewArray) {
        HeavyBallUpdater updater = new HeavyBallUpdater(this);
        updater.setStateViewArray(viewArray, viewArray.shape(), viewArray.ordering(), initializeViewArray);
        return updater;
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(Map<String, INDArray> updaterState, boolean initializeStateArrays) {
        HeavyBallUpdater updater = new HeavyBallUpdater(this);
        updater.setState(updaterState, initializeStateArrays);
        return updater;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return learningRate;
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double lr, ISchedule lrSchedule) {
        if (lrSchedule != null) {
            throw new UnsupportedOperationException("heavy-ball momentum has a fixed learning rate, no schedule");
        }
        learningRate = lr;
    }

    @Override
    public HeavyBall clone() {
        return new HeavyBall(learningRate, momentum);
    }

    /** Layers whose updaters are equal are updated together. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HeavyBall that && learningRate == that.learningRate && momentum == that.momentum;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(learningRate) + Double.hashCode(momentum);
    }
}
