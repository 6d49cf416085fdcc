// x1 = x0 - eta lap(P(x0) - y*).

__device__ void solve(const real* target, const real* x0, const real* y0, real* x, const double* tables, double* work) {
  FOR_ALL(index, CAUSES) {
    int j = index % POISSON_Y;
    int i = index / POISSON_Y;
    double sum = -4 * (target[index] - y0[index]);
    if (i > 0) sum += target[index - POISSON_Y] - y0[index - POISSON_Y];
    if (i < POISSON_X - 1) sum += target[index + POISSON_Y] - y0[index + POISSON_Y];
    if (j > 0) sum += target[index - 1] - y0[index - 1];
    if (j < POISSON_Y - 1) sum += target[index + 1] - y0[index + 1];
    x[index] = x0[index] + POISSON_RATE * sum;
  }
  __syncthreads();
}
