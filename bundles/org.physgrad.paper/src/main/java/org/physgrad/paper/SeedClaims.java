package org.physgrad.paper;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.physgrad.sweeps.Curves;

/** Claims about single seeds rather than their median. */
final class SeedClaims {

    /** Below this residual a training of the sine problem has found the minimum for nearly all a. */
    private static final double CONVERGED = 0.01;

    private SeedClaims() {}

    /** The best seed comes below a value. */
    static Claim best(String statement, String criterion, String method, int iteration, double value) {
        return new Claim(
                statement,
                criterion,
                runs -> runs.error(method, iteration)
                        .map(band -> new Claim.Measurement(
                                "best " + Claims.number(band.min()) + ", median " + Claims.number(band.median()),
                                band.count(),
                                band.min() <= value)));
    }

    /** So large a share of the seeds converges. */
    static Claim convergedShare(
            String statement, String criterion, String method, int iteration, DoublePredicate range) {
        return new Claim(statement, criterion, runs -> {
            double[] errors = runs.summary().runs(method).stream()
                    .filter(run -> run.reaches(iteration))
                    .mapToDouble(run -> error(runs, run, iteration))
                    .toArray();
            if (errors.length == 0) {
                return Optional.empty();
            }
            long converged =
                    Arrays.stream(errors).filter(error -> error < CONVERGED).count();
            return Optional.of(new Claim.Measurement(
                    converged + " of " + errors.length, errors.length, range.test((double) converged / errors.length)));
        });
    }

    private static double error(Runs runs, Curves run, int iteration) {
        return run.trailingMean(runs.metric(), iteration, runs.window());
    }
}
