package org.physgrad.paper;

import java.util.Optional;
import java.util.function.DoublePredicate;
import org.physgrad.sweeps.Band;
import org.physgrad.sweeps.Numbers;

/** The shapes that the paper's claims have. */
final class Claims {

    /** How much of a claimed gain must be there to call it reproduced: curves of two seeds differ by about a tenth. */
    private static final double SHARE = 0.8;

    private Claims() {}

    /** The error of one method is at least so many times that of another one; 1 means only that it is larger. */
    static Claim factor(String statement, String worse, String better, int iteration, double claimed) {
        double least = 1 + SHARE * (claimed - 1);
        return new Claim(
                statement,
                "%s / %s at least %s".formatted(worse, better, number(least)),
                runs -> ratio(runs, worse, better, iteration, factor -> factor >= least));
    }

    /** The error of one method is larger than that of another one at the last iteration that both reach. */
    static Claim worseAtEnd(String statement, String worse, String better, int earliest) {
        return new Claim(statement, "%s / %s above 1".formatted(worse, better), runs -> {
            int last = Math.min(runs.iterations(worse), runs.iterations(better));
            return last < earliest ? Optional.empty() : ratio(runs, worse, better, last, factor -> factor > 1);
        });
    }

    /** Two methods are equally good, to a share of their errors. */
    static Claim equal(String statement, String method, String other, int iteration, double tolerance) {
        return new Claim(
                statement,
                "errors differ by at most %s %%".formatted(number(100 * tolerance)),
                runs -> ratio(
                        runs, method, other, iteration, factor -> Math.abs(Math.log(factor)) <= Math.log1p(tolerance)));
    }

    /** The median error of a method is in some range. */
    static Claim median(String statement, String criterion, String method, int iteration, DoublePredicate range) {
        return new Claim(
                statement,
                criterion,
                runs -> runs.error(method, iteration)
                        .map(band -> new Claim.Measurement(
                                "median " + number(band.median()) + ", " + number(band.min()) + " to "
                                        + number(band.max()),
                                runs.seeds(method, band.count()),
                                range.test(band.median()))));
    }

    /** The error falls by far less per iteration after some iteration than before. */
    static Claim slowdown(String statement, String method, int knee) {
        String criterion = "log error falls less than half as fast in iterations %d-%d as in %d-%d"
                .formatted(knee, 2 * knee, knee / 4, knee);
        return rates(statement, criterion, method, knee, (before, after) -> after < before / 2);
    }

    /** The error falls nearly exponentially, where that of another method has slowed down. */
    static Claim steady(String statement, String method, int knee) {
        String criterion = "log error falls at least half as fast in iterations %d-%d as in %d-%d"
                .formatted(knee, 2 * knee, knee / 4, knee);
        return rates(statement, criterion, method, knee, (before, after) -> before > 0 && after >= before / 2);
    }

    private static Claim rates(String statement, String criterion, String method, int knee, Rates test) {
        return new Claim(statement, criterion, runs -> {
            if (runs.error(method, 2 * knee).isEmpty()) {
                return Optional.empty();
            }
            Band first = runs.error(method, knee / 4).orElseThrow();
            Band middle = runs.error(method, knee).orElseThrow();
            Band last = runs.error(method, 2 * knee).orElseThrow();
            double before = Math.log(first.median() / middle.median()) / (knee - knee / 4);
            double after = Math.log(middle.median() / last.median()) / knee;
            String text = "%s, %s, %s at %d, %d, %d: rates %s and %s"
                    .formatted(
                            number(first.median()),
                            number(middle.median()),
                            number(last.median()),
                            knee / 4,
                            knee,
                            2 * knee,
                            number(before),
                            number(after));
            return Optional.of(new Claim.Measurement(text, runs.seeds(method, last.count()), test.met(before, after)));
        });
    }

    /** A method is as good after few iterations as another one after many. */
    static Claim catchesUp(String statement, String fast, int claimed, String slow, int iteration) {
        int limit = (int) (claimed / SHARE);
        return new Claim(
                statement,
                "at most %d iterations".formatted(limit),
                runs -> runs.error(slow, iteration).flatMap(target -> {
                    Optional<Integer> first = runs.firstBelow(fast, target.median());
                    if (first.isEmpty() && runs.iterations(fast) < limit) {
                        return Optional.empty(); // still on its way
                    }
                    String text = first.map(found -> "iteration " + found)
                                    .orElse("not in " + runs.iterations(fast) + " iterations")
                            + " for " + number(target.median());
                    boolean met = first.isPresent() && first.get() <= limit;
                    return Optional.of(new Claim.Measurement(text, runs.seeds(slow, target.count()), met));
                }));
    }

    /** An iteration of a method takes so many times as long as one of another method. */
    static Claim cost(String statement, String criterion, String method, String other, DoublePredicate range) {
        return new Claim(
                statement,
                criterion,
                runs -> runs.seconds(method)
                        .flatMap(a -> runs.seconds(other).map(b -> {
                            double ratio = a.median() / b.median();
                            String text =
                                    "%s s / %s s = %s".formatted(number(a.median()), number(b.median()), number(ratio));
                            return new Claim.Measurement(text, fewer(runs, method, other), range.test(ratio));
                        })));
    }

    /** A number as tables show it. */
    static String number(double value) {
        return Numbers.text(value);
    }

    @FunctionalInterface
    private interface Rates {
        boolean met(double before, double after);
    }

    private static Optional<Claim.Measurement> ratio(
            Runs runs, String a, String b, int iteration, DoublePredicate range) {
        return runs.error(a, iteration)
                .flatMap(first -> runs.error(b, iteration).map(second -> {
                    double factor = first.median() / second.median();
                    String text = "%s / %s = %s at %d"
                            .formatted(number(first.median()), number(second.median()), number(factor), iteration);
                    String seeds = first.count() < second.count()
                            ? runs.seeds(a, first.count())
                            : runs.seeds(b, second.count());
                    return new Claim.Measurement(text, seeds, range.test(factor));
                }));
    }

    private static String fewer(Runs runs, String a, String b) {
        int first = runs.summary().runs(a).size();
        int second = runs.summary().runs(b).size();
        return first < second ? runs.seeds(a, first) : runs.seeds(b, second);
    }
}
