package org.physgrad.executor.cuda.device;

/**
 * How many threads run a kernel.
 *
 * @param x blocks along the first axis
 * @param y blocks along the second axis
 * @param z blocks along the third axis
 * @param threads threads of a block
 */
public record Grid(int x, int y, int z, int threads) {

    /** Most blocks along the second and the third axis. */
    public static final int MOST = 65_535;

    private static final int USUAL = 256;

    /**
     * One thread for each number.
     *
     * @param count how many numbers
     * @return the grid
     */
    public static Grid of(int count) {
        return new Grid((count + USUAL - 1) / USUAL, 1, 1, USUAL);
    }
}
