// Diffusion keeps the mean, so the network only has to find the rest.

__device__ void network_input(const real* target, float* input, const double* tables, double* work) {
  FOR_ALL(i, CAUSES) input[i] = (float) target[i];
  __syncthreads();
}

__device__ void cause(const float* output, const real* target, real* x, const double* tables, double* work) {
  double missing = 0;
  FOR_ALL(i, CAUSES) missing += target[i] - output[i];
  missing = block_sum(missing) / CAUSES;
  FOR_ALL(i, CAUSES) x[i] = output[i] + missing;
  __syncthreads();
}

__device__ void cause_adjoint(const real* cotangent, float* gradient, const double* tables, double* work) {
  double sum = 0;
  FOR_ALL(i, CAUSES) sum += cotangent[i];
  double mean = block_sum(sum) / CAUSES;
  FOR_ALL(i, CAUSES) gradient[i] = (float) (cotangent[i] - mean);
  __syncthreads();
}
