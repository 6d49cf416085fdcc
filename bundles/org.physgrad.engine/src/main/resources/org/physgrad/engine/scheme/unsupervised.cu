// The loss L(P(x0), y*), differentiated through the physics.

__device__ int scheme(
    const real* target, const real* x0, real* y0, real* gradient, double* value, const double* tables, double* work) {
  real* slope = (real*) UNSUPERVISED_SLOPE;
  simulate(x0, y0, tables, work);
  *value = loss(y0, target, slope, tables, work);
  simulate_adjoint(x0, slope, gradient, tables, work);
  return 0;
}
