package org.physgrad.paper;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;

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
                                runs.seeds(method, band.count()),
                                band.min() <= value)));
    }

    /** The worst seed comes to a value in some range. */
    static Claim worst(String statement, String criterion, String method, int iteration, DoublePredicate range) {
        return new Claim(
                statement,
                criterion,
                runs -> runs.error(method, iteration)
                        .map(band -> new Claim.Measurement(
                                "worst " + Claims.number(band.max()),
                                runs.seeds(method, band.count()),
                                range.test(band.max()))));
    }

    /** So large a share of the seeds converges. */
    static Claim convergedShare(
            String statement, String criterion, String method, int iteration, DoublePredicate range) {
        return new Claim(statement, criterion, runs -> {
            double[] errors = runs.summary().runs(method).stream()
                    .filter(run -> run.reaches(iteration))
                    .mapToDouble(run -> runs.error(run, iteration))
                    .toArray();
            if (errors.length == 0) {
                return Optional.empty();
            }
            long converged =
                    Arrays.stream(errors).filter(error -> error < CONVERGED).count();
            return Optional.of(new Claim.Measurement(
                    converged + " of " + errors.length,
                    runs.seeds(method, errors.length),
                    range.test((double) converged / errors.length)));
        });
    }
}
