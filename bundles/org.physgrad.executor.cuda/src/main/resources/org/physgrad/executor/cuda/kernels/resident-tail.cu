// The part of an iteration around the network. One block of threads works on one example.

// Observations, simulated if only causes are known, and what the network sees of them.
extern "C" __global__ void __launch_bounds__(THREADS) observe(
    const real* causes, real* targets, float* inputs, const double* tables, double* works, int simulated) {
  size_t example = blockIdx.x;
  double* work = works + example * WORK;
  real* target = targets + example * EFFECTS;
  if (simulated) simulate(causes + example * CAUSES, target, tables, work);
  network_input(target, inputs + example * INPUTS, tables, work);
}

// From the network's output to dL/doutput, by way of causes, physics and scheme. Results: the metrics, the loss, the solver's calls, and 1 if dL/doutput is not finite.
extern "C" __global__ void __launch_bounds__(THREADS) learn(
    const float* outputs, const real* targets, const real* truths, real* x0s, real* y0s, real* gradients, float* slopes, double* results,
    const double* tables, double* works, double clip, float factor) {
  size_t example = blockIdx.x;
  double* work = works + example * WORK;
  const real* target = targets + example * EFFECTS;
  real* x0 = x0s + example * CAUSES;
  real* y0 = y0s + example * EFFECTS;
  real* gradient = gradients + example * CAUSES;
  float* slope = slopes + example * OUTPUTS;
  double* result = results + example * (METRICS + 3);
  cause(outputs + example * OUTPUTS, target, x0, tables, work);
  double value;
  int calls = scheme(target, x0, y0, gradient, &value, tables, work);
  measure(x0, y0, truths ? truths + example * CAUSES : 0, target, result, tables, work);
  const real* clipped = gradient;
  if (clip > 0) {
    real* bounded = (real*) CLIPPED;
    FOR_ALL(i, CAUSES) bounded[i] = gradient[i] != gradient[i] ? 0 : fmax(-clip, fmin(clip, (double) gradient[i]));
    __syncthreads();
    clipped = bounded;
  }
  cause_adjoint(clipped, slope, tables, work);
  double undefined = 0;
  FOR_ALL(i, OUTPUTS) {
    slope[i] *= factor;
    undefined += !isfinite(slope[i]);
  }
  undefined = block_sum(undefined);
  if (threadIdx.x == 0) {
    result[METRICS] = value;
    result[METRICS + 1] = calls;
    result[METRICS + 2] = undefined > 0;
  }
}

// Whether the gradients of the weights are finite: a result of the batch as a whole.
extern "C" __global__ void __launch_bounds__(THREADS) check(const float* gradients, double* result, int count) {
  double undefined = 0;
  FOR_ALL(i, count) undefined += !isfinite(gradients[i]);
  undefined = block_sum(undefined);
  if (threadIdx.x == 0) *result = undefined;
}
