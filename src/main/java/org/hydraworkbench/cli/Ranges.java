package org.hydraworkbench.cli;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.train.TrainNumber;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The numbers of a command line, held against what they may be, see {@link Within}. */
final class Ranges {

    /** More threads than the processors can run only take turns, and far more bring a machine to a stop. */
    private static final int THREADS_EACH_PROCESSOR = 4;

    private Ranges() {}

    /** @throws UsageException naming the first option whose number cannot be used, and what it may be */
    static void check(ParseResult command) throws UsageException {
        for (OptionSpec option : command.matchedOptions()) {
            if (option.getValue() instanceof Number number) {
                Optional<Within> range = of(option);
                if (range.isPresent() && !allows(range.get(), number.doubleValue())) {
                    throw new UsageException(
                            "%s %s: give %s.".formatted(option.longestName(), option.originalStringValues().getLast(), described(range.get())));
                }
            }
        }
    }

    /** What an option may be. */
    static Optional<Within> of(ArgSpec option) {
        return option.userObject() instanceof AnnotatedElement element ? Optional.ofNullable(element.getAnnotation(Within.class)) : Optional.empty();
    }

    /** Whether a number lies in a range. */
    static boolean allows(Within range, double number) {
        return number >= least(range) && number <= most(range);
    }

    private static double least(Within range) {
        for (TrainNumber number : range.training()) {
            return number.least();
        }
        return range.least() == Within.ANY ? -Double.MAX_VALUE : range.least();
    }

    private static double most(Within range) {
        for (TrainNumber number : range.training()) {
            return number.most();
        }
        return range.most() == Within.THREADS
                ? Math.max(16, THREADS_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors())
                : range.most();
    }

    private static String described(Within range) {
        double least = least(range);
        String from = least == Within.ABOVE_ZERO ? "a number above 0 and at most " : "a number from " + shown(least) + " to ";
        String machine = range.most() == Within.THREADS
                ? "; this machine has " + Runtime.getRuntime().availableProcessors() + " processors"
                : "";
        return from + shown(most(range)) + machine;
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%,.0f", number) : new BigDecimal(String.valueOf(number)).toPlainString();
    }
}
