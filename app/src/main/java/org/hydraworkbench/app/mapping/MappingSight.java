package org.hydraworkbench.app.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.mapping.MappingStats;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * The current mapping with all edits, as it was read from the project.
 *
 * @param lines a line for every target token, by id
 * @param stats the mapping in a few numbers
 * @param source names source tokens
 */
record MappingSight(List<TokenLine> lines, MappingStats stats, Tokenizer source) {

    private static final int EXAMPLES = 6;
    private static final int LOOKED_AT = 4;

    /**
     * Reads it; empty while there is no mapping made from links.
     *
     * @param edited pairs whose edits may have changed since the last reading
     */
    static Optional<MappingSight> read(Project project, Set<Long> edited) throws HydraException {
        Optional<LiveEffect> live = project.live(Progress.none());
        if (live.isEmpty()) {
            return Optional.empty();
        }
        live.get().apply(edited);
        TokenMapping mapping = live.get().mapping();
        Tokenizer target = live.get().target();
        List<TokenLine> lines = new ArrayList<>(mapping.targetSize());
        for (int t = 0; t < mapping.targetSize(); t++) {
            lines.add(new TokenLine(t, TokenNames.of(target, t), mapping.row(t)));
        }
        return Optional.of(new MappingSight(List.copyOf(lines), MappingStats.of(mapping), live.get().source()));
    }

    Mixture mixture(TokenLine line) {
        return Mixture.of(line.row(), id -> TokenNames.of(source, id));
    }

    /** Sentence pairs in which a target token is linked to its heaviest source tokens. */
    static List<PairRow> examples(Project project, TokenLine line) throws HydraException {
        Optional<LiveEffect> live = project.live(Progress.none());
        if (live.isEmpty()) {
            return List.of();
        }
        List<Long> ids = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int k = 0; k < Math.min(LOOKED_AT, line.row().size()) && ids.size() < EXAMPLES; k++) {
            for (Long id : live.get().examples(line.id(), line.row().sources()[k])) {
                if (seen.add(id) && ids.size() < EXAMPLES) {
                    ids.add(id);
                }
            }
        }
        return project.corpora().pairs(ids);
    }
}
