// Convolution with any kernel, stride and dilation: one thread for each number, for the few layers that need it.
// Fields [batch, channels, nx, ny], weights[o][i][kx][ky].

struct Window {
  int kx, ky, sx, sy, dx, dy, px, py;
};

extern "C" __global__ void strided_forward(
    const float* __restrict__ input, const float* __restrict__ weights, const float* __restrict__ bias, float* __restrict__ output,
    int batch, int ci, int co, int nx, int ny, int ox, int oy, Window w) {
  int index = blockIdx.x * blockDim.x + threadIdx.x;
  if (index >= batch * co * ox * oy) return;
  int y = index % oy;
  int x = index / oy % ox;
  int o = index / (oy * ox) % co;
  int b = index / (oy * ox * co);
  float sum = bias ? bias[o] : 0;
  for (int i = 0; i < ci; i++) {
    for (int kx = 0; kx < w.kx; kx++) {
      int u = x * w.sx + kx * w.dx - w.px;
      if (u < 0 || u >= nx) continue;
      for (int ky = 0; ky < w.ky; ky++) {
        int v = y * w.sy + ky * w.dy - w.py;
        if (v < 0 || v >= ny) continue;
        sum += input[((b * ci + i) * nx + u) * ny + v] * weights[((o * ci + i) * w.kx + kx) * w.ky + ky];
      }
    }
  }
  output[index] = sum;
}

extern "C" __global__ void strided_input(
    const float* __restrict__ gradient, const float* __restrict__ weights, float* __restrict__ target, int batch, int ci, int co,
    int nx, int ny, int ox, int oy, Window w) {
  int index = blockIdx.x * blockDim.x + threadIdx.x;
  if (index >= batch * ci * nx * ny) return;
  int v = index % ny;
  int u = index / ny % nx;
  int i = index / (ny * nx) % ci;
  int b = index / (ny * nx * ci);
  float sum = 0;
  for (int kx = 0; kx < w.kx; kx++) {
    int x = u + w.px - kx * w.dx;
    if (x < 0 || x % w.sx || x / w.sx >= ox) continue;
    for (int ky = 0; ky < w.ky; ky++) {
      int y = v + w.py - ky * w.dy;
      if (y < 0 || y % w.sy || y / w.sy >= oy) continue;
      for (int o = 0; o < co; o++) {
        sum += gradient[((b * co + o) * ox + x / w.sx) * oy + y / w.sy]
            * weights[((o * ci + i) * w.kx + kx) * w.ky + ky];
      }
    }
  }
  target[index] = sum;
}

// One block of 128 threads for each weight.
extern "C" __global__ void strided_weights(
    const float* __restrict__ input, const float* __restrict__ gradient, float* __restrict__ weights, int batch, int ci, int co,
    int nx, int ny, int ox, int oy, Window w) {
  __shared__ float part[128];
  int ky = blockIdx.x % w.ky;
  int kx = blockIdx.x / w.ky % w.kx;
  int i = blockIdx.x / (w.ky * w.kx) % ci;
  int o = blockIdx.x / (w.ky * w.kx * ci);
  float sum = 0;
  for (int n = threadIdx.x; n < batch * ox * oy; n += 128) {
    int y = n % oy;
    int x = n / oy % ox;
    int b = n / (oy * ox);
    int u = x * w.sx + kx * w.dx - w.px;
    int v = y * w.sy + ky * w.dy - w.py;
    if (u < 0 || u >= nx || v < 0 || v >= ny) continue;
    sum += gradient[((b * co + o) * ox + x) * oy + y] * input[((b * ci + i) * nx + u) * ny + v];
  }
  part[threadIdx.x] = sum;
  for (int half = 64; half > 0; half /= 2) {
    __syncthreads();
    if (threadIdx.x < half) part[threadIdx.x] += part[threadIdx.x + half];
  }
  if (threadIdx.x == 0) weights[((o * ci + i) * w.kx + kx) * w.ky + ky] = part[0];
}
