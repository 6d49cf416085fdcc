// Gradient of the weights of a convolution with stride 1 and without dilation:
// dW[o][i][kx][ky] = sum over examples and cells of dL/dy[o][x][y] in[i][x + kx - px][y + ky - py].
//
// A warp holds 16 x 16 channels in registers, 4 x 2 per thread with all taps, and walks along a row of cells; the four warps of a block take one row each.
// What blocks add up is joined in a fixed order, so that the same numbers give the same bytes.
//
// CI, CO    channels of input and output
// KX, KY    cells of the kernel, 9 at most together
// TY        columns of a tile

#define THREADS 128
#define ROWS 4
#define HX (ROWS + KX - 1)
#define HY (TY + KY - 1)
#define TAPS (KX * KY)
#define SIDE 16
// Odd, so that channels lie in different banks of shared memory.
#define INPUT_PLANE (HX * HY | 1)
#define GRADIENT_PLANE (ROWS * TY | 1)
#define TILE (SIDE * (INPUT_PLANE + GRADIENT_PLANE))
#define SUMS (ROWS * SIDE * SIDE * TAPS)

extern "C" __global__ void __launch_bounds__(THREADS, 3) correlate(
    const float* __restrict__ input, const float* __restrict__ gradient, float* __restrict__ partial, int batch, int nx, int ny,
    int ox, int oy, int px, int py) {
  __shared__ float shared[TILE > SUMS ? TILE : SUMS];
  float* cells = shared;
  float* slopes = shared + SIDE * INPUT_PLANE;
  int firstIn = blockIdx.y * SIDE;
  int firstOut = blockIdx.z * SIDE;
  int warp = threadIdx.x / 32;
  int out = threadIdx.x % 32 / 8 * 4;
  int in = threadIdx.x % 8 * 2;

  float sum[4][2][TAPS];
#pragma unroll
  for (int o = 0; o < 4; o++) {
#pragma unroll
    for (int i = 0; i < 2; i++) {
#pragma unroll
      for (int t = 0; t < TAPS; t++) sum[o][i][t] = 0;
    }
  }

  int strips = (ox + ROWS - 1) / ROWS;
  int columns = (oy + TY - 1) / TY;
  for (int task = blockIdx.x; task < batch * strips * columns; task += gridDim.x) {
    int example = task / (strips * columns);
    int x0 = task / columns % strips * ROWS;
    int y0 = task % columns * TY;
    __syncthreads();
#pragma unroll 6 // so many loads under way at a time
    for (int i = threadIdx.x; i < SIDE * HX * HY; i += THREADS) {
      int c = i / (HX * HY);
      int r = i % (HX * HY);
      int x = x0 - px + r / HY;
      int y = y0 - py + r % HY;
      bool inside = firstIn + c < CI && x >= 0 && x < nx && y >= 0 && y < ny;
      cells[c * INPUT_PLANE + r] = inside ? input[((example * CI + firstIn + c) * nx + x) * ny + y] : 0;
    }
#pragma unroll 6
    for (int i = threadIdx.x; i < SIDE * ROWS * TY; i += THREADS) {
      int c = i / (ROWS * TY);
      int r = i % (ROWS * TY);
      int x = x0 + r / TY;
      int y = y0 + r % TY;
      bool inside = firstOut + c < CO && x < ox && y < oy;
      slopes[c * GRADIENT_PLANE + r] = inside ? gradient[((example * CO + firstOut + c) * ox + x) * oy + y] : 0;
    }
    __syncthreads();
    const float* field = cells + in * INPUT_PLANE + warp * HY;
    const float* slope = slopes + out * GRADIENT_PLANE + warp * TY;
    float window[2][KX][KY];
#pragma unroll
    for (int i = 0; i < 2; i++) {
#pragma unroll
      for (int kx = 0; kx < KX; kx++) {
#pragma unroll
        for (int ky = 0; ky < KY - 1; ky++) window[i][kx][ky + 1] = field[i * INPUT_PLANE + kx * HY + ky];
      }
    }
#pragma unroll 4
    for (int y = 0; y < TY; y++) {
      float four[4];
#pragma unroll
      for (int o = 0; o < 4; o++) four[o] = slope[o * GRADIENT_PLANE + y];
#pragma unroll
      for (int i = 0; i < 2; i++) {
#pragma unroll
        for (int kx = 0; kx < KX; kx++) {
#pragma unroll
          for (int ky = 0; ky < KY - 1; ky++) window[i][kx][ky] = window[i][kx][ky + 1];
          window[i][kx][KY - 1] = field[i * INPUT_PLANE + kx * HY + y + KY - 1];
#pragma unroll
          for (int ky = 0; ky < KY; ky++) {
#pragma unroll
            for (int o = 0; o < 4; o++) sum[o][i][kx * KY + ky] += four[o] * window[i][kx][ky];
          }
        }
      }
    }
  }

  __syncthreads();
#pragma unroll
  for (int o = 0; o < 4; o++) {
#pragma unroll
    for (int i = 0; i < 2; i++) {
#pragma unroll
      for (int t = 0; t < TAPS; t++) {
        shared[((warp * SIDE + out + o) * SIDE + in + i) * TAPS + t] = sum[o][i][t];
      }
    }
  }
  __syncthreads();
  int block = (blockIdx.z * gridDim.y + blockIdx.y) * gridDim.x + blockIdx.x;
  for (int i = threadIdx.x; i < SIDE * SIDE * TAPS; i += THREADS) {
    float total = 0;
    for (int w = 0; w < ROWS; w++) total += shared[w * SIDE * SIDE * TAPS + i];
    partial[block * SIDE * SIDE * TAPS + i] = total;
  }
}

// Joins what the blocks have added up. A block of 256 threads makes 32 weights, eight threads each.
// weights[o * outputStride + i * TAPS + t] receives the gradient.
extern "C" __global__ void join(
    const float* __restrict__ partial, float* __restrict__ weights, int blocks, int inputGroups, int outputStride) {
  __shared__ float part[8][32];
  int lane = threadIdx.x % 32;
  int slice = threadIdx.x / 32;
  int index = blockIdx.x * 32 + lane;
  int groups = blockIdx.y;
  float sum = 0;
#pragma unroll 6
  for (int b = slice; b < blocks; b += 8) sum += partial[(groups * blocks + b) * SIDE * SIDE * TAPS + index];
  part[slice][lane] = sum;
  __syncthreads();
  if (slice > 0) return;
  for (int s = 1; s < 8; s++) sum += part[s][lane];
  int o = groups / inputGroups * SIDE + index / (SIDE * TAPS);
  int i = groups % inputGroups * SIDE + index / TAPS % SIDE;
  if (o < CO && i < CI) weights[o * outputStride + i * TAPS + index % TAPS] = sum;
}
