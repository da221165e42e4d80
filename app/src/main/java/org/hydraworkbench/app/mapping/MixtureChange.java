package org.hydraworkbench.app.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two mixtures of the same target token side by side. */
public final class MixtureChange {

    /**
     * One source token in both.
     *
     * @param token what a person reads
     * @param before its weight before, 0 to 1
     * @param after its weight now
     */
    public record Line(String token, double before, double after) {

        /** Whether the weight moved by more than what is shown of it. */
        public boolean moved() {
            return Math.abs(after - before) >= 0.005;
        }

        /** Whether it would be shown as 0.00, before and now. */
        boolean isSlight() {
            return Math.max(before, after) < 0.005;
        }
    }

    private MixtureChange() {}

    /** The source tokens of either mixture: those whose weight moved, then the others; by their larger weight; at most {@code most}. */
    public static List<Line> lines(Mixture before, Mixture after, int most) {
        Map<Integer, Line> byId = new LinkedHashMap<>();
        for (Mixture.Share share : after.shares()) {
            byId.put(share.id(), new Line(share.token(), before.weight(share.id()), share.weight()));
        }
        for (Mixture.Share share : before.shares()) {
            byId.putIfAbsent(share.id(), new Line(share.token(), share.weight(), 0));
        }
        List<Line> lines = new ArrayList<>(byId.values());
        lines.sort(Comparator.comparing((Line line) -> !line.moved())
                .thenComparingDouble(line -> -Math.max(line.before(), line.after())));
        return List.copyOf(lines.subList(0, Math.min(most, lines.size())));
    }
}
