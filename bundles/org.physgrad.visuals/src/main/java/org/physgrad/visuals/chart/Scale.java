package org.physgrad.visuals.chart;

/** How an axis spaces its values. */
public enum Scale {
    /** Evenly. */
    LINEAR {
        @Override
        double position(double value) {
            return value;
        }
    },
    /** By their logarithm; values of zero and below are not shown. */
    LOG {
        @Override
        double position(double value) {
            return value > 0 ? Math.log10(value) : Double.NaN;
        }
    };

    /** Where a value is along the axis, in any unit; NaN or infinite for values that cannot be shown. */
    abstract double position(double value);

    boolean shows(double value) {
        return Double.isFinite(position(value));
    }
}
