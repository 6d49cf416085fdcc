package org.physgrad.solvers;

/**
 * The line search of Moré and Thuente ("Line search algorithms with guaranteed sufficient decrease", ACM TOMS 20, 1994): looks for a step t with
 * f(t) <= f(0) + 1e-3 t f'(0) and |f'(t)| <= 0.9 |f'(0)|, the strong Wolfe conditions with the constants of L-BFGS-B. The caller evaluates f at
 * {@link #step()} and hands the result to {@link #observe}, so that searches of many examples can share their evaluations.
 */
final class MoreThuente {

    private static final double DECREASE = 1e-3;
    private static final double CURVATURE = 0.9;
    private static final double NARROWEST = 0.1;
    /** How far to look beyond the best step while no minimum is enclosed, as factors of the last advance. */
    private static final double EXTRAPOLATE_LEAST = 1.1;

    private static final double EXTRAPOLATE_MOST = 4;
    /** An interval that does not shrink to this share in two steps is halved. */
    private static final double SHRINK = 0.66;

    /** A step with the value and slope of f there. */
    private record Point(double t, double f, double slope) {

        /** The point on f(t) - t line, whose minimum fulfils the condition of decrease. */
        Point tilted(double line) {
            return new Point(t, f - t * line, slope - line);
        }
    }

    private final Point start;
    private final double longest;
    private double step;
    private double least;
    private double most;
    /** The best step so far and the other end of the interval that holds a minimum. */
    private Point best;

    private Point other;
    private boolean enclosed;
    private boolean decreasing = true;
    private double width;
    private double widthBefore;

    /**
     * Starts a search.
     *
     * @param f value at step 0
     * @param slope derivative there, negative
     * @param firstStep first step to try, positive
     * @param longest longest step allowed
     */
    MoreThuente(double f, double slope, double firstStep, double longest) {
        this.start = new Point(0, f, slope);
        this.best = start;
        this.other = start;
        this.longest = longest;
        this.step = Math.min(firstStep, longest);
        this.most = step + EXTRAPOLATE_MOST * step;
        this.width = longest;
        this.widthBefore = 2 * longest;
    }

    /** The step at which f is wanted next, or the one that was accepted. */
    double step() {
        return step;
    }

    /**
     * Takes notice of f at {@link #step()}.
     *
     * @param f its value, finite
     * @param slope its derivative, finite
     * @return true if the step is accepted, or cannot be improved for rounding errors; false to go on
     */
    boolean observe(double f, double slope) {
        double line = DECREASE * start.slope;
        boolean low = f <= start.f + step * line;
        boolean exhausted = enclosed && (step <= least || step >= most || most - least <= NARROWEST * most);
        boolean atEnd = step == longest && low && slope <= line;
        if (exhausted || atEnd || (low && Math.abs(slope) <= -CURVATURE * start.slope)) {
            return true;
        }
        decreasing &= !(low && slope >= 0);
        Point here = new Point(step, f, slope);
        double tilt = decreasing && f <= best.f && !low ? line : 0;
        double next = trial(best.tilted(tilt), other.tilted(tilt), here.tilted(tilt));
        narrow(here, tilt);
        if (enclosed) {
            if (Math.abs(other.t - best.t) >= SHRINK * widthBefore) {
                next = best.t + 0.5 * (other.t - best.t);
            }
            widthBefore = width;
            width = Math.abs(other.t - best.t);
            least = Math.min(best.t, other.t);
            most = Math.max(best.t, other.t);
        } else {
            least = next + EXTRAPOLATE_LEAST * (next - best.t);
            most = next + EXTRAPOLATE_MOST * (next - best.t);
        }
        step = Math.min(longest, Math.max(0, next));
        if (enclosed && (step <= least || step >= most || most - least <= NARROWEST * most)) {
            step = best.t;
        }
        return false;
    }

    /** Shrinks the interval that holds a minimum. */
    private void narrow(Point here, double tilt) {
        if (here.f - here.t * tilt > best.f - best.t * tilt) {
            other = here;
        } else {
            if ((here.slope - tilt) * (best.slope - tilt) < 0) {
                other = best;
            }
            best = here;
        }
    }

    /** Chooses the next step from cubic and quadratic interpolation; notices when a minimum is enclosed. */
    private double trial(Point a, Point b, Point here) {
        double towards = here.t - a.t;
        if (here.f > a.f) {
            enclosed = true;
            double cubic = a.t + cubic(a, here) * towards;
            double quadratic = a.t + a.slope / ((a.f - here.f) / towards + a.slope) / 2 * towards;
            boolean cubicNearer = Math.abs(cubic - a.t) < Math.abs(quadratic - a.t);
            return cubicNearer ? cubic : cubic + (quadratic - cubic) / 2;
        }
        double secant = here.t - here.slope / (here.slope - a.slope) * towards;
        if (here.slope * a.slope < 0) {
            enclosed = true;
            double cubic = here.t - cubic(here, a) * towards;
            return Math.abs(cubic - here.t) > Math.abs(secant - here.t) ? cubic : secant;
        }
        if (Math.abs(here.slope) < Math.abs(a.slope)) {
            double ratio = cubic(here, a);
            boolean minimumAhead = ratio < 0 && Double.isFinite(ratio);
            double cubic = minimumAhead ? here.t - ratio * towards : towards > 0 ? most : least;
            boolean cubicNearer = Math.abs(cubic - here.t) < Math.abs(secant - here.t);
            if (!enclosed) {
                return Math.max(least, Math.min(most, cubicNearer ? secant : cubic));
            }
            double limit = here.t + SHRINK * (b.t - here.t);
            double next = cubicNearer ? cubic : secant;
            return towards > 0 ? Math.min(limit, next) : Math.max(limit, next);
        }
        if (enclosed) {
            return here.t + cubic(here, b) * (b.t - here.t);
        }
        return towards > 0 ? most : least;
    }

    /** Where the cubic through two points with their slopes has its minimum, as a share of the way from the first to the second. */
    private static double cubic(Point from, Point to) {
        double theta = 3 * (from.f - to.f) / (to.t - from.t) + from.slope + to.slope;
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(from.slope), Math.abs(to.slope)));
        double root = theta / scale * (theta / scale) - from.slope / scale * (to.slope / scale);
        double gamma = Math.copySign(scale * Math.sqrt(Math.max(0, root)), to.t - from.t);
        return (gamma - from.slope + theta) / (gamma - from.slope + gamma + to.slope);
    }
}
