// Half the squared distance.

__device__ double loss(const real* y, const real* target, real* slope, const double* tables, double* work) {
  double sum = 0;
  FOR_ALL(i, EFFECTS) {
    real difference = y[i] - target[i];
    slope[i] = difference;
    sum += (double) difference * difference;
  }
  return 0.5 * block_sum(sum);
}
