package org.physgrad.solvers;

/** How gradients become steps of one batch. Keeps a memory for each entry of x. */
interface StepRule {

    /**
     * Takes a gradient into the memory of one example.
     *
     * @param gradient dL/dx of all examples; not changed
     * @param offset where the example begins
     * @param step where to write the step of this example, which is subtracted from x
     * @param iteration how many gradients this example has shown before
     */
    void advance(double[] gradient, int offset, double[] step, int iteration);

    /**
     * Heavy-ball momentum (Polyak, 1964): v = momentum v + eta g, step v.
     *
     * @param entries entries of the whole batch
     * @param learningRate step size eta
     * @param momentum share of the last step that is repeated
     */
    static StepRule momentum(int entries, double learningRate, double momentum) {
        double[] velocity = new double[entries];
        return (gradient, offset, step, iteration) -> {
            for (int i = 0; i < step.length; i++) {
                velocity[offset + i] = momentum * velocity[offset + i] + learningRate * gradient[offset + i];
                step[i] = velocity[offset + i];
            }
        };
    }

    /**
     * Adam (Kingma, Ba, 2015) with its usual constants: step eta m / (sqrt(v) + 1e-8) with the bias-corrected means m of g and v of g^2.
     *
     * @param entries entries of the whole batch
     * @param learningRate step size eta, in units of x
     */
    static StepRule adam(int entries, double learningRate) {
        double beta1 = 0.9;
        double beta2 = 0.999;
        double epsilon = 1e-8;
        double[] mean = new double[entries];
        double[] square = new double[entries];
        return (gradient, offset, step, iteration) -> {
            double meanCorrection = 1 / (1 - Math.pow(beta1, iteration + 1));
            double squareCorrection = 1 / (1 - Math.pow(beta2, iteration + 1));
            for (int i = 0; i < step.length; i++) {
                double g = gradient[offset + i];
                mean[offset + i] = beta1 * mean[offset + i] + (1 - beta1) * g;
                square[offset + i] = beta2 * square[offset + i] + (1 - beta2) * g * g;
                step[i] = learningRate
                        * mean[offset + i]
                        * meanCorrection
                        / (Math.sqrt(square[offset + i] * squareCorrection) + epsilon);
            }
        };
    }
}
