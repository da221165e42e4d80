package org.hydraworkbench.app.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.hydraworkbench.mapping.MappingRow;

/**
 * Source tokens and their weights, with the names a person reads.
 *
 * @param shares heaviest first; weights sum to 1 unless there are none
 */
public record Mixture(List<Share> shares) {

    /**
     * A part of a mixture.
     *
     * @param id of the source token
     * @param token what a person reads
     * @param weight 0 to 1
     */
    public record Share(int id, String token, double weight) {}

    public Mixture {
        shares = List.copyOf(shares);
    }

    public static Mixture empty() {
        return new Mixture(List.of());
    }

    /** The mixture of a row of the mapping. */
    public static Mixture of(MappingRow row, IntFunction<String> names) {
        List<Share> shares = new ArrayList<>(row.size());
        for (int k = 0; k < row.size(); k++) {
            int id = row.sources()[k];
            shares.add(new Share(id, names.apply(id), row.weights()[k]));
        }
        return new Mixture(shares);
    }

    /** The weight of a source token, 0 when it has none. */
    public double weight(int id) {
        return shares.stream().filter(share -> share.id() == id).mapToDouble(Share::weight).sum();
    }

    /** As text: {@code house 0.62, home 0.38}, at most {@code most} tokens. */
    public String describe(int most) {
        StringBuilder text = new StringBuilder();
        for (Share share : shares.subList(0, Math.min(most, shares.size()))) {
            text.append(text.isEmpty() ? "" : ", ").append("%s %.2f".formatted(share.token(), share.weight()));
        }
        return shares.size() > most ? text + ", …" : text.toString();
    }
}
