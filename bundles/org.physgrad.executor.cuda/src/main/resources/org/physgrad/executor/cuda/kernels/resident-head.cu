// What the device code of all parts may use; see org.physgrad.api.DeviceCode.

#define FOR_ALL(i, count) for (int i = threadIdx.x; i < (count); i += THREADS)

__device__ double block_sum(double value) {
  __shared__ double part[THREADS / 32];
  for (int step = 16; step > 0; step /= 2) value += __shfl_xor_sync(0xffffffff, value, step);
  __syncthreads(); // an earlier sum may still be read
  if (threadIdx.x % 32 == 0) part[threadIdx.x / 32] = value;
  __syncthreads();
  double sum = 0;
  for (int warp = 0; warp < THREADS / 32; warp++) sum += part[warp];
  return sum;
}
