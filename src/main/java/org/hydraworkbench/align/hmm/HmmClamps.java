package org.hydraworkbench.align.hmm;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import org.hydraworkbench.align.links.Direction;
import org.hydraworkbench.align.model.Choices;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.jspecify.annotations.Nullable;

/** What a person's verdicts mean for sampling: what may be drawn in a sentence pair, and how much a link counts. Immutable. */
final class HmmClamps {

    private final Int2ObjectMap<Choices[]> choices = new Int2ObjectOpenHashMap<>();

    /** Reads the verdicts on usable pairs of a bitext; the others teach nothing. */
    HmmClamps(Supervision supervision, IndexedBitext bitext, boolean[] usable) {
        supervision.pairs().forEach((pair, verdict) -> {
            if (usable[pair]) {
                int sources = bitext.source().length(pair);
                int targets = bitext.target().length(pair);
                choices.put((int) pair, new Choices[] {
                    Choices.of(verdict, sources, targets, Direction.FORWARD),
                    Choices.of(verdict, sources, targets, Direction.REVERSE)
                });
            }
        });
    }

    /** What may be drawn in a sentence pair in a direction, or null where anything may. */
    @Nullable Choices of(int direction, int sentence) {
        Choices[] both = choices.get(sentence);
        return both == null ? null : both[direction];
    }

    /** How often the link of a unit counts. */
    static int weight(@Nullable Choices choices, int generated) {
        return choices != null && choices.settled(generated) ? HmmModel.CONFIRMED_WEIGHT : 1;
    }

    /** How often jumps, fertilities and cells of a sentence pair count. */
    static int weight(@Nullable Choices choices) {
        return choices != null && choices.complete() ? HmmModel.CONFIRMED_WEIGHT : 1;
    }
}
