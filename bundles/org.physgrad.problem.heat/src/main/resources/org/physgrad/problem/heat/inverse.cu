// One step of the damped inverse: modes of y* - y0 that are likely signals are amplified, the others damped.

__device__ double heat_weight(double ratio) {
  return ratio > 40 || ratio != ratio ? 0 : 0.5 * exp(-0.5 * ratio * ratio);
}

__device__ void solve(const real* target, const real* x0, const real* y0, real* x, const double* tables, double* work) {
  double uncertain = 0;
  FOR_ALL(i, CAUSES) {
    double difference = target[i] - y0[i];
    double uncertainty = HEAT_RELATIVE * fabs(difference) + HEAT_ABSOLUTE;
    uncertain += uncertainty * uncertainty;
    x[i] = difference;
  }
  double noise = sqrt(block_sum(uncertain));
  heat_transform(x, HEAT_RE, HEAT_IM, tables, work);
  FOR_ALL(k, HEAT_MODES) {
    double amplitude = sqrt(HEAT_RE[k] * HEAT_RE[k] + HEAT_IM[k] * HEAT_IM[k]);
    double signal = heat_weight(amplitude / (HEAT_N * HEAT_KERNEL[k]));
    double probability = signal == 0 ? 0 : signal / (signal + heat_weight(amplitude / noise));
    bool decided = probability <= HEAT_DAMP_BELOW || probability >= HEAT_AMPLIFY_FROM;
    double action = decided ? 2 * (probability - 0.5) : 0;
    double factor = exp(HEAT_EXPONENTS[k] * action);
    HEAT_RE[k] *= factor;
    HEAT_IM[k] *= factor;
  }
  __syncthreads();
  heat_restore(HEAT_RE, HEAT_IM, x, tables, work);
  FOR_ALL(i, CAUSES) x[i] += x0[i];
  __syncthreads();
}
