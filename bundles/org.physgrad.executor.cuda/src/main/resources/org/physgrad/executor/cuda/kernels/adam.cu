// Adam over the flat parameters, in ND4J's form: p -= rate m / (sqrt(v) + epsilon), where the rate contains the bias corrections.
// means[i] is the place of a parameter's m in the updater's state, squares[i] that of its v; -1 where the gradient is subtracted as it is, which serves running statistics.
// settings[block[i]]: rate, beta1, beta2, epsilon.

extern "C" __global__ void adam(
    float* __restrict__ parameters, const float* __restrict__ gradients, float* __restrict__ state, const int* __restrict__ means,
    const int* __restrict__ squares, const int* __restrict__ block, const float4* __restrict__ settings, int count) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i >= count) return;
  float gradient = gradients[i];
  int first = means[i];
  if (first < 0) {
    parameters[i] -= gradient;
    return;
  }
  float4 s = settings[block[i]];
  float mean = s.y * state[first] + (1 - s.y) * gradient;
  float square = s.z * state[squares[i]] + (1 - s.z) * gradient * gradient;
  state[first] = mean;
  state[squares[i]] = square;
  parameters[i] -= s.x * mean / (sqrtf(square) + s.w);
}
