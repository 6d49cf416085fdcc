// Distances of causes and effects from the true ones: sums of absolute differences, and half the sum of squared ones.

__device__ void measure(
    const real* x, const real* y, const real* truth, const real* target, double* values, const double* tables, double* work) {
  double cause = 0;
  double effect = 0;
  double square = 0;
  FOR_ALL(i, CAUSES) cause += truth ? fabs((double) x[i] - truth[i]) : nan("");
  FOR_ALL(i, EFFECTS) {
    double difference = (double) y[i] - target[i];
    effect += fabs(difference);
    square += difference * difference;
  }
  cause = block_sum(cause);
  effect = block_sum(effect);
  square = block_sum(square);
  if (threadIdx.x == 0) {
    values[0] = cause;
    values[1] = effect;
    values[2] = 0.5 * square;
  }
  __syncthreads();
}
