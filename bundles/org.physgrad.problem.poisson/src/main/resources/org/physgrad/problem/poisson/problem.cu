// The network sees and answers the fields as they are.

__device__ void network_input(const real* target, float* input, const double* tables, double* work) {
  FOR_ALL(i, EFFECTS) input[i] = (float) target[i];
  __syncthreads();
}

__device__ void cause(const float* output, const real* target, real* x, const double* tables, double* work) {
  FOR_ALL(i, CAUSES) x[i] = output[i];
  __syncthreads();
}

__device__ void cause_adjoint(const real* cotangent, float* gradient, const double* tables, double* work) {
  FOR_ALL(i, CAUSES) gradient[i] = (float) cotangent[i];
  __syncthreads();
}
