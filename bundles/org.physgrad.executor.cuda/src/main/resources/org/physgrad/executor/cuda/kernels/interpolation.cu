// Finer grids by interpolation between cell centres, FX x FY fine cells in each coarse one: one thread for each result.
//
// LINEAR   1: the two coarse neighbours along each axis share, and beyond the outermost centres the field is constant; 0: the nearest is everything

struct Share {
  int left;     // the coarse cell to the left of a fine cell's centre, or the nearest one
  int right;    // the one to the right
  float weight; // of the right one
};

__device__ __forceinline__ Share share(int fine, int factor, int coarse) {
  if (!LINEAR) return {fine / factor, fine / factor, 0};
  float position = (fine + 0.5f) / factor - 0.5f;
  float left = floorf(position);
  return {max((int) left, 0), min((int) left + 1, coarse - 1), position - left};
}

extern "C" __global__ void refine(const float* __restrict__ coarse, float* __restrict__ fine, int planes, int nx, int ny) {
  int index = blockIdx.x * blockDim.x + threadIdx.x;
  if (index >= planes * nx * FX * ny * FY) return;
  Share x = share(index / (ny * FY) % (nx * FX), FX, nx);
  Share y = share(index % (ny * FY), FY, ny);
  const float* plane = coarse + index / (ny * FY * nx * FX) * nx * ny;
  float left = (1 - y.weight) * plane[x.left * ny + y.left] + y.weight * plane[x.left * ny + y.right];
  float right = (1 - y.weight) * plane[x.right * ny + y.left] + y.weight * plane[x.right * ny + y.right];
  fine[index] = (1 - x.weight) * left + x.weight * right;
}

// What a coarse cell has in a fine one.
__device__ __forceinline__ float weight(int fine, int coarse, int factor, int cells) {
  Share s = share(fine, factor, cells);
  return (s.left == coarse ? 1 - s.weight : 0) + (s.right == coarse ? s.weight : 0);
}

extern "C" __global__ void refine_adjoint(
    const float* __restrict__ gradient, float* __restrict__ target, int planes, int nx, int ny) {
  int index = blockIdx.x * blockDim.x + threadIdx.x;
  if (index >= planes * nx * ny) return;
  int j = index % ny;
  int i = index / ny % nx;
  const float* plane = gradient + index / (ny * nx) * nx * FX * ny * FY;
  // Fine cells up to one coarse cell away, less those that are nearer to another pair of centres.
  const int beforeX = LINEAR ? (FX + 1) / 2 : 0;
  const int beforeY = LINEAR ? (FY + 1) / 2 : 0;
  float sum = 0;
#pragma unroll
  for (int k = -beforeX; k < FX + beforeX; k++) {
    int u = i * FX + k;
    if (u < 0 || u >= nx * FX) continue;
    float row = 0;
#pragma unroll
    for (int l = -beforeY; l < FY + beforeY; l++) {
      int v = j * FY + l;
      if (v >= 0 && v < ny * FY) row += weight(v, j, FY, ny) * plane[u * ny * FY + v];
    }
    sum += weight(u, i, FX, nx) * row;
  }
  target[index] = sum;
}
