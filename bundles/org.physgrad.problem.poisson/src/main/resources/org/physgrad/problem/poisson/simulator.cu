// lap(y) = x for one field of POISSON_X x POISSON_Y cells: sine waves along y, then one tridiagonal system along x for each wave.
// POISSON_SINES: the symmetric orthogonal sine matrix; POISSON_PIVOTS[i][q]: inverse pivots, up to their sign.

#define POISSON_FEW 4
#define POISSON_ROWS ((POISSON_X + POISSON_FEW - 1) / POISSON_FEW)

// Multiplies all rows by the sine matrix; a thread makes POISSON_FEW sums at a time, which share the matrix' entries.
__device__ void poisson_waves(const double* field, double* result, const double* tables) {
  FOR_ALL(task, POISSON_ROWS * POISSON_Y) {
    int q = task % POISSON_Y;
    int first = task / POISSON_Y;
    double sum[POISSON_FEW] = {};
    for (int j = 0; j < POISSON_Y; j++) {
      double sine = POISSON_SINES[j * POISSON_Y + q];
#pragma unroll
      for (int r = 0; r < POISSON_FEW; r++) sum[r] += field[min(first + r * POISSON_ROWS, POISSON_X - 1) * POISSON_Y + j] * sine;
    }
#pragma unroll
    for (int r = 0; r < POISSON_FEW; r++) {
      int i = first + r * POISSON_ROWS;
      if (i < POISSON_X) result[i * POISSON_Y + q] = sum[r];
    }
  }
  __syncthreads();
}

__device__ void simulate(const real* x, real* y, const double* tables, double* work) {
  double* waves = POISSON_WAVES;
  poisson_waves(x, waves, tables);
  FOR_ALL(q, POISSON_Y) {
    double before = 0;
    for (int i = 0; i < POISSON_X; i++) {
      before = POISSON_PIVOTS[i * POISSON_Y + q] * (before - waves[i * POISSON_Y + q]);
      waves[i * POISSON_Y + q] = before;
    }
    for (int i = POISSON_X - 2; i >= 0; i--) {
      before = waves[i * POISSON_Y + q] + POISSON_PIVOTS[i * POISSON_Y + q] * before;
      waves[i * POISSON_Y + q] = before;
    }
  }
  __syncthreads();
  poisson_waves(waves, y, tables);
}

__device__ void simulate_adjoint(const real* x, const real* cotangent, real* gradient, const double* tables, double* work) {
  simulate(cotangent, gradient, tables, work);
}
