// Diffusion of one field of HEAT_N x HEAT_N cells: every mode is damped. Modes have the layout [ky][kx] of half of the plane, as on the processor.
// HEAT_COSINE, HEAT_SINE: cosine and sine of 2 pi k / n for k < n.
//
// Plain sums along x, then along y, or back. A thread makes HEAT_FEW sums at a time, which share the factors; threads side by side read numbers side by side.

#define HEAT_HALF (HEAT_N / 2 + 1)
#define HEAT_MODES (HEAT_HALF * HEAT_N)
#define HEAT_FEW 4
#define HEAT_COLUMNS ((HEAT_N + HEAT_FEW - 1) / HEAT_FEW)
#define HEAT_WAVES ((HEAT_HALF + HEAT_FEW - 1) / HEAT_FEW)

// From a field to its modes.
__device__ void heat_transform(const double* field, double* re, double* im, const double* tables, double* work) {
  double* rows = HEAT_ROWS; // F[y][kx]: real parts, then imaginary parts
  FOR_ALL(task, HEAT_HALF * HEAT_COLUMNS) {
    int first = task % HEAT_COLUMNS;
    int kx = task / HEAT_COLUMNS;
    double a[HEAT_FEW] = {};
    double b[HEAT_FEW] = {};
    for (int x = 0, phase = 0; x < HEAT_N; x++) {
      double cosine = HEAT_COSINE[phase];
      double sine = HEAT_SINE[phase];
#pragma unroll
      for (int q = 0; q < HEAT_FEW; q++) {
        double value = field[x * HEAT_N + min(first + q * HEAT_COLUMNS, HEAT_N - 1)];
        a[q] += value * cosine;
        b[q] -= value * sine;
      }
      phase += kx;
      if (phase >= HEAT_N) phase -= HEAT_N;
    }
#pragma unroll
    for (int q = 0; q < HEAT_FEW; q++) {
      int y = first + q * HEAT_COLUMNS;
      if (y < HEAT_N) {
        rows[y * HEAT_HALF + kx] = a[q];
        rows[HEAT_MODES + y * HEAT_HALF + kx] = b[q];
      }
    }
  }
  __syncthreads();
  FOR_ALL(task, HEAT_N * HEAT_WAVES) {
    int first = task % HEAT_WAVES;
    int ky = task / HEAT_WAVES;
    double a[HEAT_FEW] = {};
    double b[HEAT_FEW] = {};
    for (int y = 0, phase = 0; y < HEAT_N; y++) {
      double cosine = HEAT_COSINE[phase];
      double sine = HEAT_SINE[phase];
#pragma unroll
      for (int q = 0; q < HEAT_FEW; q++) {
        int place = y * HEAT_HALF + min(first + q * HEAT_WAVES, HEAT_HALF - 1);
        double real_part = rows[place];
        double imaginary_part = rows[HEAT_MODES + place];
        a[q] += real_part * cosine + imaginary_part * sine;
        b[q] += imaginary_part * cosine - real_part * sine;
      }
      phase += ky;
      if (phase >= HEAT_N) phase -= HEAT_N;
    }
#pragma unroll
    for (int q = 0; q < HEAT_FEW; q++) {
      int kx = first + q * HEAT_WAVES;
      if (kx < HEAT_HALF) {
        re[ky * HEAT_HALF + kx] = a[q];
        im[ky * HEAT_HALF + kx] = b[q];
      }
    }
  }
  __syncthreads();
}

// From modes back to the field, with the factor 1 / n^2. The modes left out are the conjugates of those that are their mirrors.
__device__ void heat_restore(const double* re, const double* im, double* field, const double* tables, double* work) {
  double* rows = HEAT_ROWS; // F[kx][y]: real parts, then imaginary parts
  FOR_ALL(task, HEAT_N * HEAT_WAVES) {
    int first = task % HEAT_WAVES;
    int y = task / HEAT_WAVES;
    double a[HEAT_FEW] = {};
    double b[HEAT_FEW] = {};
    for (int ky = 0, phase = 0; ky < HEAT_N; ky++) {
      double cosine = HEAT_COSINE[phase];
      double sine = HEAT_SINE[phase];
#pragma unroll
      for (int q = 0; q < HEAT_FEW; q++) {
        int place = ky * HEAT_HALF + min(first + q * HEAT_WAVES, HEAT_HALF - 1);
        double real_part = re[place];
        double imaginary_part = im[place];
        a[q] += real_part * cosine - imaginary_part * sine;
        b[q] += imaginary_part * cosine + real_part * sine;
      }
      phase += y;
      if (phase >= HEAT_N) phase -= HEAT_N;
    }
#pragma unroll
    for (int q = 0; q < HEAT_FEW; q++) {
      int kx = first + q * HEAT_WAVES;
      if (kx < HEAT_HALF) {
        double twice = kx == 0 || 2 * kx == HEAT_N ? 1 : 2;
        rows[kx * HEAT_N + y] = twice * a[q];
        rows[HEAT_MODES + kx * HEAT_N + y] = twice * b[q];
      }
    }
  }
  __syncthreads();
  FOR_ALL(task, HEAT_N * HEAT_COLUMNS) {
    int first = task % HEAT_COLUMNS;
    int x = task / HEAT_COLUMNS;
    double sum[HEAT_FEW] = {};
    for (int kx = 0, phase = 0; kx < HEAT_HALF; kx++) {
      double cosine = HEAT_COSINE[phase];
      double sine = HEAT_SINE[phase];
#pragma unroll
      for (int q = 0; q < HEAT_FEW; q++) {
        int place = kx * HEAT_N + min(first + q * HEAT_COLUMNS, HEAT_N - 1);
        sum[q] += rows[place] * cosine - rows[HEAT_MODES + place] * sine;
      }
      phase += x;
      if (phase >= HEAT_N) phase -= HEAT_N;
    }
#pragma unroll
    for (int q = 0; q < HEAT_FEW; q++) {
      int y = first + q * HEAT_COLUMNS;
      if (y < HEAT_N) field[x * HEAT_N + y] = sum[q] / (HEAT_N * HEAT_N);
    }
  }
  __syncthreads();
}

__device__ void simulate(const real* x, real* y, const double* tables, double* work) {
  heat_transform(x, HEAT_RE, HEAT_IM, tables, work);
  FOR_ALL(k, HEAT_MODES) {
    HEAT_RE[k] *= HEAT_KERNEL[k];
    HEAT_IM[k] *= HEAT_KERNEL[k];
  }
  __syncthreads();
  heat_restore(HEAT_RE, HEAT_IM, y, tables, work);
}

__device__ void simulate_adjoint(const real* x, const real* cotangent, real* gradient, const double* tables, double* work) {
  simulate(cotangent, gradient, tables, work);
}
