// Normalization by the statistics of the batch, of fields [batch, channels, plane]; RELU is 1 if max(0, .) follows.
// Sums are joined in a fixed order and in double precision: the same numbers give the same bytes.

#define THREADS 256

__device__ __forceinline__ void sum_block(double a, double b, double* partial) {
  __shared__ double first[THREADS];
  __shared__ double second[THREADS];
  first[threadIdx.x] = a;
  second[threadIdx.x] = b;
  for (int half = THREADS / 2; half > 0; half /= 2) {
    __syncthreads();
    if (threadIdx.x < half) {
      first[threadIdx.x] += first[threadIdx.x + half];
      second[threadIdx.x] += second[threadIdx.x + half];
    }
  }
  if (threadIdx.x == 0) {
    double* mine = partial + 2 * (blockIdx.x * gridDim.y + blockIdx.y);
    mine[0] = first[0];
    mine[1] = second[0];
  }
}

// Joins what the slices of a channel have summed: called by the 32 threads of a warp, each of which gets the sum.
__device__ __forceinline__ double joined(const double* partial, int channel, int slices, int which) {
  double sum = 0;
  for (int s = threadIdx.x; s < slices; s += 32) sum += partial[2 * (channel * slices + s) + which];
  for (int step = 16; step > 0; step /= 2) sum += __shfl_xor_sync(0xffffffff, sum, step);
  return sum;
}

// Calls body for each number of the slice of channel blockIdx.x that this thread looks at, with its place.
template <class Body>
__device__ __forceinline__ void for_slice(int batch, int channels, int plane, Body body) {
  if (plane >= THREADS) { // whole planes, so that nothing is divided
    for (int b = blockIdx.y; b < batch; b += gridDim.y) {
      int start = (b * channels + blockIdx.x) * plane;
#pragma unroll 4
      for (int i = threadIdx.x; i < plane; i += THREADS) body(start + i);
    }
  } else {
    for (int i = blockIdx.y * THREADS + threadIdx.x; i < batch * plane; i += gridDim.y * THREADS) {
      body((i / plane * channels + blockIdx.x) * plane + i % plane);
    }
  }
}

// Block (channel, slice): sums of the values and of their squares over a slice of the batch.
extern "C" __global__ void moments(const float* __restrict__ x, double* __restrict__ partial, int batch, int channels, int plane) {
  double a = 0;
  double b = 0;
  for_slice(batch, channels, plane, [&](int place) {
    double value = x[place];
    a += value;
    b += value * value;
  });
  sum_block(a, b, partial);
}

// One warp for each channel: mean and 1/sqrt(variance + epsilon), and minus the change of the running averages, which updaters subtract.
extern "C" __global__ void statistics(
    const double* __restrict__ partial, float* __restrict__ mean, float* __restrict__ inverse, int slices, double count,
    double epsilon, const float* __restrict__ runningMean, const float* __restrict__ runningVariance, float* __restrict__ meanChange,
    float* __restrict__ varianceChange, int logarithmic, double share) {
  int c = blockIdx.x;
  double m = joined(partial, c, slices, 0) / count;
  double v = joined(partial, c, slices, 1) / count - m * m;
  if (threadIdx.x > 0) return;
  if (v < 0) v = 0;
  mean[c] = (float) m;
  inverse[c] = (float) (1 / sqrt(v + epsilon));
  meanChange[c] = (float) ((runningMean[c] - m) * share);
  double kept = runningVariance[c];
  if (logarithmic) { // log10 of the standard deviation is kept, the variance is averaged
    double old = pow(10.0, 2 * kept);
    varianceChange[c] = (float) (log10(old / ((1 - share) * old + share * v)) / 2);
  } else {
    varianceChange[c] = (float) ((kept - v) * share);
  }
}

// Mean and 1/sqrt(variance + epsilon) outside of training.
extern "C" __global__ void running_statistics(
    const float* __restrict__ runningMean, const float* __restrict__ runningVariance, float* __restrict__ mean,
    float* __restrict__ inverse, int channels, int logarithmic, double epsilon) {
  int c = blockIdx.x * blockDim.x + threadIdx.x;
  if (c >= channels) return;
  double kept = runningVariance[c];
  mean[c] = runningMean[c];
  inverse[c] = (float) (1 / sqrt((logarithmic ? pow(10.0, 2 * kept) : kept) + epsilon));
}

// Block (part of the plane, channel, example).
extern "C" __global__ void normalize(
    const float* __restrict__ x, const float* __restrict__ mean, const float* __restrict__ inverse, const float* __restrict__ gamma,
    const float* __restrict__ beta, float* __restrict__ y, int channels, int plane) {
  int c = blockIdx.y;
  float m = mean[c];
  float s = inverse[c];
  float g = gamma[c];
  float b = beta[c];
  int start = (blockIdx.z * channels + c) * plane;
  for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < plane; i += gridDim.x * blockDim.x) {
    float value = g * ((x[start + i] - m) * s) + b;
    y[start + i] = RELU && value <= 0 ? 0 : value;
  }
}

// Block (channel, slice): sums of dL/dbeta and dL/dgamma.
extern "C" __global__ void slopes(
    const float* __restrict__ x, const float* __restrict__ gradient, const float* __restrict__ mean,
    const float* __restrict__ inverse, const float* __restrict__ gamma, const float* __restrict__ beta, double* __restrict__ partial,
    int batch, int channels, int plane) {
  int c = blockIdx.x;
  float m = mean[c];
  float s = inverse[c];
  float g = gamma[c];
  float b = beta[c];
  double sum = 0;
  double product = 0;
  for_slice(batch, channels, plane, [&](int place) {
    float normal = (x[place] - m) * s;
    double slope = RELU && g * normal + b <= 0 ? 0 : gradient[place];
    sum += slope;
    product += slope * normal;
  });
  sum_block(sum, product, partial);
}

// One warp for each channel.
extern "C" __global__ void scale_and_shift(
    const double* __restrict__ partial, float* __restrict__ gammaGradient, float* __restrict__ betaGradient, int slices) {
  int c = blockIdx.x;
  double sum = joined(partial, c, slices, 0);
  double product = joined(partial, c, slices, 1);
  if (threadIdx.x > 0) return;
  betaGradient[c] = (float) sum;
  gammaGradient[c] = (float) product;
}

// Block (part of the plane, channel, example).
extern "C" __global__ void differentiate(
    const float* __restrict__ x, const float* __restrict__ gradient, const float* __restrict__ mean,
    const float* __restrict__ inverse, const float* __restrict__ gamma, const float* __restrict__ beta,
    const float* __restrict__ gammaGradient, const float* __restrict__ betaGradient, float* __restrict__ target, int channels,
    int plane, float count) {
  int c = blockIdx.y;
  float m = mean[c];
  float s = inverse[c];
  float g = gamma[c];
  float b = beta[c];
  float average = betaGradient[c] / count;
  float tilt = gammaGradient[c] / count;
  int start = (blockIdx.z * channels + c) * plane;
  for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < plane; i += gridDim.x * blockDim.x) {
    float normal = (x[start + i] - m) * s;
    float slope = RELU && g * normal + b <= 0 ? 0 : gradient[start + i];
    target[start + i] = g * s * (slope - average - normal * tilt);
  }
}

// Sums of a field's channels, such as the gradient of a bias: joins what moments left, one warp for each channel.
extern "C" __global__ void channel_sums(const double* __restrict__ partial, float* __restrict__ sums, int slices) {
  double sum = joined(partial, blockIdx.x, slices, 0);
  if (threadIdx.x == 0) sums[blockIdx.x] = (float) sum;
}
