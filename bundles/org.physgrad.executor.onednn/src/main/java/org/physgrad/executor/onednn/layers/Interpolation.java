package org.physgrad.executor.onednn.layers;

import java.util.stream.IntStream;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.LongPointer;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** Ways to interpolate from a coarse to a fine grid, both cell-centred, and their adjoint. */
enum Interpolation {

    /** The nearest coarse cell is everything. */
    NEAREST(algorithm.resampling_nearest) {
        @Override
        void weigh(double position, float[] weights) {
            weights[(int) Math.round(position)] += 1;
        }
    },

    /** The two coarse neighbours share; beyond the outermost centres the field is constant. */
    LINEAR(algorithm.resampling_linear) {
        @Override
        void weigh(double position, float[] weights) {
            int left = (int) Math.floor(position);
            float share = (float) (position - left);
            weights[Math.max(left, 0)] += 1 - share;
            weights[Math.min(left + 1, weights.length - 1)] += share;
        }
    };

    /** Coarse cells of one product where rows are long: more would multiply more zeros, fewer would read fine cells twice too often. */
    private static final int ROWS = 8;

    /** Numbers in a row from which on the zeros cost more than a further product. */
    private static final int LONG_ROW = 64;

    private final algorithm name;

    Interpolation(algorithm name) {
        this.name = name;
    }

    /** Tells oneDNN's name. */
    algorithm algorithm() {
        return name;
    }

    /**
     * Adds the weights of the coarse cells in one fine cell, along one axis.
     *
     * @param position of the fine cell's centre, in coarse cells from the first coarse centre
     * @param weights one per coarse cell
     */
    abstract void weigh(double position, float[] weights);

    /**
     * Appends the adjoint: along each axis a product with the transposed matrix of weights, a few rows at a time, because each reaches to its neighbours only and
     * the rest of the matrix is zero. These products are more than ten times as fast as oneDNN's own backward pass, which takes one number at a time.
     *
     * @param coarse what it reads
     * @param fine what it makes
     * @param gradient dL/dfine
     * @param target receives dL/dcoarse
     * @param plan the plan, building its backward pass
     */
    void differentiate(Tensor coarse, Tensor fine, memory gradient, memory target, PlanBuilder plan) {
        long[] few = coarse.shape();
        long[] many = fine.shape();
        long channels = plan.channelsInARow(coarse);
        memory.data_type type = coarse.type();
        long numbers = target.get_desc().get_size() / memory.data_type_size(type);
        long rows = numbers / (few[2] * few[3] * channels);
        plan.lend(cube(type, rows, few[2], many[3] * channels), halfway -> {
            gather(plan.view(gradient, cube(type, rows, many[2], many[3] * channels)), halfway, plan);
            gather(
                    plan.view(halfway, cube(type, rows * few[2], many[3], channels)),
                    plan.view(target, cube(type, rows * few[2], few[3], channels)),
                    plan);
        });
    }

    /** Along the middle axis of a cube, collects in each coarse cell what the fine cells owe it. */
    private void gather(memory fine, memory coarse, PlanBuilder plan) {
        int many = Math.toIntExact(fine.get_desc().get_dims().get(1));
        int few = Math.toIntExact(coarse.get_desc().get_dims().get(1));
        float[][] weights = new float[many][few];
        for (int cell = 0; cell < many; cell++) {
            weigh((cell + 0.5) * few / many - 0.5, weights[cell]);
        }
        memory.data_type type = coarse.get_desc().get_data_type().intern();
        int rows = coarse.get_desc().get_dims().get(2) < LONG_ROW ? few : ROWS;
        for (int first = 0; first < few; first += rows) {
            int count = Math.min(rows, few - first);
            int[] reached = reached(weights, first, count);
            float[] matrix = new float[count * reached.length];
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = weights[reached[i % reached.length]][first + i / reached.length];
            }
            plan.multiply(
                    plan.constant(cube(type, 1, count, reached.length), matrix),
                    part(fine, reached[0], reached.length, plan),
                    part(coarse, first, count, plan));
        }
    }

    /** The fine cells, one stretch, that take part in some coarse cells. */
    private static int[] reached(float[][] weights, int first, int count) {
        return IntStream.range(0, weights.length)
                .filter(cell -> IntStream.range(first, first + count).anyMatch(i -> weights[cell][i] != 0))
                .toArray();
    }

    /** Some consecutive cells; their place is told by the address, because oneDNN's products overlook a description's offset. */
    private static memory part(memory cube, long first, long count, PlanBuilder plan) {
        LongPointer extent = cube.get_desc().get_dims();
        long width = extent.get(2);
        memory.desc form = new memory.desc(
                new long[] {extent.get(0), count, width},
                cube.get_desc().get_data_type().intern(),
                new long[] {extent.get(1) * width, width, 1});
        return plan.viewFrom(cube, first * width, form);
    }

    private static memory.desc cube(memory.data_type type, long... shape) {
        return new memory.desc(shape, type, memory.format_tag.abc);
    }
}
