// L = 1/2 ||x0 - x_n||^2, where the inverse solver leads from x0 to x_n, which is held fixed.

__device__ int scheme(
    const real* target, const real* x0, real* y0, real* gradient, double* value, const double* tables, double* work) {
  simulate(x0, y0, tables, work);
  solve(target, x0, y0, gradient, tables, work);
  real* guess = (real*) PG_GUESS;
  real* effect = (real*) PG_EFFECT;
  for (int step = 1; step < PG_STEPS; step++) {
    FOR_ALL(i, CAUSES) guess[i] = gradient[i];
    __syncthreads();
    simulate(guess, effect, tables, work);
    solve(target, guess, effect, gradient, tables, work);
  }
  double sum = 0;
  FOR_ALL(i, CAUSES) {
    real difference = x0[i] - gradient[i];
    gradient[i] = difference;
    sum += (double) difference * difference;
  }
  *value = 0.5 * block_sum(sum);
  return PG_STEPS;
}
