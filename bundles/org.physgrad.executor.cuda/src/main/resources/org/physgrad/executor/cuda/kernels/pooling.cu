// Maximum or average over windows of planes nx x ny, which yield ox x oy: one thread for each result.
//
// KX, KY, SX, SY, DX, DY, PX, PY   cells of the window, cells from one place to the next, from one of its cells to the next, and zeros before the field
// WHOLE                            1 if zeros around the field count for an average

// Largest number under a window, and which it was.
extern "C" __global__ void maximum(
    const float* __restrict__ input, float* __restrict__ output, int* __restrict__ choice, int planes, int nx, int ny, int ox, int oy) {
  int index = blockIdx.x * blockDim.x + threadIdx.x;
  if (index >= planes * ox * oy) return;
  int y = index % oy * SY - PY;
  int x = index / oy % ox * SX - PX;
  int plane = index / (ox * oy) * nx * ny;
  float largest = 0;
  int where = -1;
  for (int i = 0; i < KX; i++) {
    int u = x + i * DX;
    if (u < 0 || u >= nx) continue;
    for (int j = 0; j < KY; j++) {
      int v = y + j * DY;
      if (v < 0 || v >= ny) continue;
      float value = input[plane + u * ny + v];
      if (where < 0 || value > largest || value != value) { // what is undefined stays so
        largest = value;
        where = u * ny + v;
      }
    }
  }
  output[index] = largest;
  choice[index] = where;
}

extern "C" __global__ void maximum_adjoint(
    const float* __restrict__ gradient, const int* __restrict__ choice, float* __restrict__ target, int planes, int nx, int ny, int ox,
    int oy) {
  int index = blockIdx.x * blockDim.x + threadIdx.x;
  if (index >= planes * nx * ny) return;
  int v = index % ny;
  int u = index / ny % nx;
  int plane = index / (nx * ny) * ox * oy;
  float sum = 0;
  for (int i = 0; i < KX; i++) {
    int x = u + PX - i * DX;
    if (x < 0 || x % SX || x / SX >= ox) continue;
    for (int j = 0; j < KY; j++) {
      int y = v + PY - j * DY;
      if (y < 0 || y % SY || y / SY >= oy) continue;
      int place = plane + x / SX * oy + y / SY;
      if (choice[place] == u * ny + v) sum += gradient[place];
    }
  }
  target[index] = sum;
}

__device__ __forceinline__ int cells_under(int start, int k, int d, int n) {
  int count = 0;
  for (int i = 0; i < k; i++) count += start + i * d >= 0 && start + i * d < n;
  return count;
}

// Mean under a window.
extern "C" __global__ void average(
    const float* __restrict__ input, float* __restrict__ output, int planes, int nx, int ny, int ox, int oy) {
  int index = blockIdx.x * blockDim.x + threadIdx.x;
  if (index >= planes * ox * oy) return;
  int y = index % oy * SY - PY;
  int x = index / oy % ox * SX - PX;
  int plane = index / (ox * oy) * nx * ny;
  float sum = 0;
  for (int i = 0; i < KX; i++) {
    for (int j = 0; j < KY; j++) {
      int u = x + i * DX;
      int v = y + j * DY;
      if (u >= 0 && u < nx && v >= 0 && v < ny) sum += input[plane + u * ny + v];
    }
  }
  output[index] = sum / (WHOLE ? KX * KY : cells_under(x, KX, DX, nx) * cells_under(y, KY, DY, ny));
}

extern "C" __global__ void average_adjoint(
    const float* __restrict__ gradient, float* __restrict__ target, int planes, int nx, int ny, int ox, int oy) {
  int index = blockIdx.x * blockDim.x + threadIdx.x;
  if (index >= planes * nx * ny) return;
  int v = index % ny;
  int u = index / ny % nx;
  int plane = index / (nx * ny) * ox * oy;
  float sum = 0;
  for (int i = 0; i < KX; i++) {
    int x = u + PX - i * DX;
    if (x < 0 || x % SX || x / SX >= ox) continue;
    for (int j = 0; j < KY; j++) {
      int y = v + PY - j * DY;
      if (y < 0 || y % SY || y / SY >= oy) continue;
      int count = WHOLE ? KX * KY : cells_under(x - PX, KX, DX, nx) * cells_under(y - PY, KY, DY, ny);
      sum += gradient[plane + x / SX * oy + y / SY] / count;
    }
  }
  target[index] = sum;
}
