// What moves, joins or reduces numbers of fields [batch, channels, nx, ny] or vectors [batch, features]: one thread for each result.

#define INDEX (blockIdx.x * blockDim.x + threadIdx.x)

// Copies channels [from, from + count) of a source to channels [to, to + count) of a target.
extern "C" __global__ void copy_channels(
    const float* __restrict__ source, float* __restrict__ target, int batch, int count, int plane, int sourceChannels, int from,
    int targetChannels, int to) {
  int index = INDEX;
  if (index >= batch * count * plane) return;
  int i = index % plane;
  int c = index / plane % count;
  int b = index / (plane * count);
  target[(b * targetChannels + to + c) * plane + i] = source[(b * sourceChannels + from + c) * plane + i];
}

// Copies the window [x0, x0 + tx) x [y0, y0 + ty) of planes nx x ny; what lies outside them is zero. Negative corners surround the source with zeros.
extern "C" __global__ void window_of(
    const float* __restrict__ source, float* __restrict__ target, int planes, int nx, int ny, int tx, int ty, int x0, int y0) {
  int index = INDEX;
  if (index >= planes * tx * ty) return;
  int y = index % ty + y0;
  int x = index / ty % tx + x0;
  bool inside = x >= 0 && x < nx && y >= 0 && y < ny;
  target[index] = inside ? source[(index / (tx * ty) * nx + x) * ny + y] : 0;
}

extern "C" __global__ void copy(const float* __restrict__ source, float* __restrict__ target, int count) {
  int index = INDEX;
  if (index < count) target[index] = source[index];
}

extern "C" __global__ void add(float* __restrict__ total, const float* __restrict__ part, int count) {
  int index = INDEX;
  if (index < count) total[index] += part[index];
}

extern "C" __global__ void multiply(
    const float* __restrict__ first, const float* __restrict__ second, float* __restrict__ product, int count) {
  int index = INDEX;
  if (index < count) product[index] = first[index] * second[index];
}

// y = W x + b with weights[o][i].
extern "C" __global__ void dense(
    const float* __restrict__ x, const float* __restrict__ weights, const float* __restrict__ bias, float* __restrict__ y, int batch,
    int ni, int no) {
  int index = INDEX;
  if (index >= batch * no) return;
  int o = index % no;
  const float* row = x + index / no * ni;
  float sum = bias ? bias[o] : 0;
  for (int i = 0; i < ni; i++) sum += weights[o * ni + i] * row[i];
  y[index] = sum;
}

extern "C" __global__ void dense_input(
    const float* __restrict__ gradient, const float* __restrict__ weights, float* __restrict__ target, int batch, int ni, int no) {
  int index = INDEX;
  if (index >= batch * ni) return;
  int i = index % ni;
  const float* row = gradient + index / ni * no;
  float sum = 0;
  for (int o = 0; o < no; o++) sum += weights[o * ni + i] * row[o];
  target[index] = sum;
}

// One block of 128 threads for each weight.
extern "C" __global__ void dense_weights(
    const float* __restrict__ x, const float* __restrict__ gradient, float* __restrict__ weights, int batch, int ni, int no) {
  __shared__ float part[128];
  int i = blockIdx.x % ni;
  int o = blockIdx.x / ni;
  float sum = 0;
  for (int b = threadIdx.x; b < batch; b += 128) sum += gradient[b * no + o] * x[b * ni + i];
  part[threadIdx.x] = sum;
  for (int half = 64; half > 0; half /= 2) {
    __syncthreads();
    if (threadIdx.x < half) part[threadIdx.x] += part[threadIdx.x + half];
  }
  if (threadIdx.x == 0) weights[blockIdx.x] = part[0];
}
