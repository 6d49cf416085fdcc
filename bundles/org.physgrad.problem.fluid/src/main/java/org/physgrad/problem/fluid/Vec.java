package org.physgrad.problem.fluid;

/**
 * A vector in the plane: a position in units, or a velocity in units per time.
 *
 * @param x component along x
 * @param y component along y
 */
record Vec(double x, double y) {

    /** The middle of the domain. */
    static final Vec MIDDLE = new Vec(Domain.MIDDLE, Domain.MIDDLE);

    /** Computes the centre of mass of a marker, {@code [n, n]} flattened from the offset on; without regard to periodicity. */
    static Vec centreOfMass(Domain domain, double[] marker, int offset) {
        int n = domain.resolution();
        double mass = 0;
        double momentX = 0;
        double momentY = 0;
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int j = 0; j < n; j++) {
                double m = marker[offset + i * n + j];
                row += m;
                momentY += m * domain.centre(j);
            }
            mass += row;
            momentX += row * domain.centre(i);
        }
        return new Vec(momentX / mass, momentY / mass);
    }

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y);
    }

    Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y);
    }

    Vec times(double factor) {
        return new Vec(factor * x, factor * y);
    }

    /** The component of the vector product that stands on the plane. */
    double cross(Vec other) {
        return x * other.y - y * other.x;
    }
}
