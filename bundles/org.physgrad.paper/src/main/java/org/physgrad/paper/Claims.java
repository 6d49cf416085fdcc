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

    /** The error of one method is so many times that of another one; 1 means only that it is larger. */
    static Claim factor(String statement, String worse, String better, int iteration, double claimed) {
        double least = 1 + SHARE * (claimed - 1);
        String criterion = "%s / %s at least %s".formatted(worse, better, number(least));
        return new Claim(
                statement,
                criterion,
                runs -> both(runs, worse, better, iteration, (a, b) -> {
                    double factor = a.median() / b.median();
                    String text = "%s / %s = %s".formatted(number(a.median()), number(b.median()), number(factor));
                    return new Claim.Measurement(text, Math.min(a.count(), b.count()), factor >= least);
                }));
    }

    /** Two methods are equally good, to a share of their errors. */
    static Claim equal(String statement, String method, String other, int iteration, double tolerance) {
        String criterion = "errors differ by at most %s %%".formatted(number(100 * tolerance));
        return new Claim(
                statement,
                criterion,
                runs -> both(runs, method, other, iteration, (a, b) -> {
                    double factor = a.median() / b.median();
                    String text = "%s / %s = %s".formatted(number(a.median()), number(b.median()), number(factor));
                    return new Claim.Measurement(
                            text, Math.min(a.count(), b.count()), Math.abs(Math.log(factor)) <= Math.log1p(tolerance));
                }));
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
                                band.count(),
                                range.test(band.median()))));
    }

    /** The error falls by far less per iteration after some iteration than before. */
    static Claim slowdown(String statement, String method, int knee) {
        String criterion = "log error falls less than half as fast in iterations %d-%d as in %d-%d"
                .formatted(knee, 2 * knee, knee / 4, knee);
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
            return Optional.of(new Claim.Measurement(text, last.count(), after < before / 2));
        });
    }

    /** A method is as good after few iterations as another one after many. */
    static Claim catchesUp(String statement, String fast, int claimed, String slow, int iteration) {
        String criterion = "at most %d iterations".formatted((int) (claimed / SHARE));
        return new Claim(
                statement,
                criterion,
                runs -> runs.error(slow, iteration).map(target -> {
                    Optional<Integer> first = runs.firstBelow(fast, target.median());
                    String text = first.map(found -> "iteration " + found)
                                    .orElse("not in " + runs.iterations(fast) + " iterations")
                            + " for " + number(target.median());
                    return new Claim.Measurement(
                            text, target.count(), first.isPresent() && first.get() <= claimed / SHARE);
                }));
    }

    /** An iteration of a method takes so many times as long as one of another method. */
    static Claim cost(String statement, String criterion, String method, String other, DoublePredicate range) {
        return new Claim(statement, criterion, runs -> {
            if (runs.seconds(method).isEmpty() || runs.seconds(other).isEmpty()) {
                return Optional.empty();
            }
            double a = runs.seconds(method).getAsDouble();
            double b = runs.seconds(other).getAsDouble();
            String text = "%s s / %s s = %s".formatted(number(a), number(b), number(a / b));
            int seeds = Math.min(
                    runs.summary().runs(method).size(),
                    runs.summary().runs(other).size());
            return Optional.of(new Claim.Measurement(text, seeds, range.test(a / b)));
        });
    }

    /** A number as tables show it. */
    static String number(double value) {
        return Numbers.text(value);
    }

    private interface Pair {
        Claim.Measurement compare(Band a, Band b);
    }

    private static Optional<Claim.Measurement> both(Runs runs, String a, String b, int iteration, Pair pair) {
        return runs.error(a, iteration)
                .flatMap(first -> runs.error(b, iteration).map(second -> pair.compare(first, second)));
    }
}
