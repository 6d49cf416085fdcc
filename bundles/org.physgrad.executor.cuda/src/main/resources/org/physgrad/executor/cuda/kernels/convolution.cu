// Convolution with stride 1 and without dilation, of fields [batch, channels, nx, ny].
//
// A block of 128 threads makes ROWS x TY cells of one example for a group of output channels. Each thread holds PIX cells, one below the
// other, of all channels of the group in registers, so that a value read from shared memory serves many multiplications.
//
// CI, CO    channels of input and output
// KX, KY    cells of the kernel
// TY        columns of a block: 8, 16, 32 or 64
// PIX       rows of a thread
// GROUP     output channels of a block, a multiple of 4
// MIRRORED  1 to turn the kernel round: the adjoint of a convolution is the convolution with the turned kernel

#define THREADS 128
#define ROWS (THREADS / TY * PIX)
#define HX (ROWS + KX - 1)
#define HY (TY + KY - 1)
#define TAPS (KX * KY)
#define CHUNK (CI < 8 ? CI : 8)

// Two inputs lie side by side: the first has firstChannels channels, the second the others.
// The weight from input channel i to output channel o at tap t is weights[o * outputStride + i * inputStride + t].
extern "C" __global__ void __launch_bounds__(THREADS) convolve(
    const float* __restrict__ first, const float* __restrict__ second, int firstChannels, const float* __restrict__ weights,
    int outputStride, int inputStride, const float* __restrict__ bias, float* __restrict__ output, int nx, int ny, int ox, int oy,
    int px, int py) {
  __shared__ float tile[CHUNK * HX * HY];
  __shared__ __align__(16) float coefficients[CHUNK * TAPS * GROUP];
  int example = blockIdx.z;
  int group = blockIdx.y * GROUP;
  int tilesY = (oy + TY - 1) / TY;
  int x0 = blockIdx.x / tilesY * ROWS;
  int y0 = blockIdx.x % tilesY * TY;
  int column = threadIdx.x % TY;
  int row = threadIdx.x / TY * PIX;

  float sum[PIX][GROUP];
#pragma unroll
  for (int p = 0; p < PIX; p++) {
#pragma unroll
    for (int o = 0; o < GROUP; o++) sum[p][o] = 0;
  }

  for (int c0 = 0; c0 < CI; c0 += CHUNK) {
    __syncthreads();
#pragma unroll 12 // so many loads under way at a time
    for (int i = threadIdx.x; i < CHUNK * HX * HY; i += THREADS) {
      int channel = c0 + i / (HX * HY);
      int x = x0 - px + i % (HX * HY) / HY;
      int y = y0 - py + i % HY;
      float value = 0;
      if (channel < CI && x >= 0 && x < nx && y >= 0 && y < ny) {
        int other = channel - firstChannels;
        const float* plane = other < 0 ? first + (example * firstChannels + channel) * nx * ny
                                       : second + (example * (CI - firstChannels) + other) * nx * ny;
        value = plane[x * ny + y];
      }
      tile[i] = value;
    }
#pragma unroll 6
    for (int i = threadIdx.x; i < CHUNK * TAPS * GROUP; i += THREADS) {
      int o = group + i % GROUP;
      int t = i / GROUP % TAPS;
      int c = c0 + i / (GROUP * TAPS);
      coefficients[i] = o < CO && c < CI ? weights[o * outputStride + c * inputStride + (MIRRORED ? TAPS - 1 - t : t)] : 0;
    }
    __syncthreads();
#pragma unroll 1
    for (int c = 0; c < CHUNK; c++) {
      const float* field = tile + (c * HX + row) * HY + column;
#pragma unroll
      for (int ky = 0; ky < KY; ky++) {
        float cells[PIX + KX - 1];
#pragma unroll
        for (int r = 0; r < PIX + KX - 1; r++) cells[r] = field[r * HY + ky];
#pragma unroll
        for (int kx = 0; kx < KX; kx++) {
          const float4* w = reinterpret_cast<const float4*>(coefficients + (c * TAPS + kx * KY + ky) * GROUP);
#pragma unroll
          for (int q = 0; q < GROUP / 4; q++) {
            float4 four = w[q];
#pragma unroll
            for (int p = 0; p < PIX; p++) {
              sum[p][4 * q] += cells[p + kx] * four.x;
              sum[p][4 * q + 1] += cells[p + kx] * four.y;
              sum[p][4 * q + 2] += cells[p + kx] * four.z;
              sum[p][4 * q + 3] += cells[p + kx] * four.w;
            }
          }
        }
      }
    }
  }

  int y = y0 + column;
  if (y >= oy) return;
#pragma unroll
  for (int o = 0; o < GROUP; o++) {
    if (group + o >= CO) continue;
    float offset = bias ? bias[group + o] : 0;
#pragma unroll
    for (int p = 0; p < PIX; p++) {
      int x = x0 + row + p;
      if (x < ox) output[((example * CO + group + o) * ox + x) * oy + y] = sum[p][o] + offset;
    }
  }
}
