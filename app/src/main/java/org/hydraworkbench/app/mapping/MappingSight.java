package org.hydraworkbench.app.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.mapping.MappingStats;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.links.LiveEffect;
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
    static Optional<MappingSight> read(Project project, Set<Long> edited, Progress progress) throws HydraException {
        Optional<Lease<LiveEffect>> found = project.alignments().live(progress);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Lease<LiveEffect> live = found.get()) {
            live.get().apply(edited);
            return Optional.of(of(live.get()));
        }
    }

    private static MappingSight of(LiveEffect live) {
        TokenMapping mapping = live.mapping();
        Tokenizer target = live.target();
        List<TokenLine> lines = new ArrayList<>(mapping.targetSize());
        for (int t = 0; t < mapping.targetSize(); t++) {
            lines.add(new TokenLine(t, TokenNames.of(target, t), TokenNames.note(target, t), mapping.row(t)));
        }
        return new MappingSight(List.copyOf(lines), MappingStats.of(mapping), live.source());
    }

    Mixture mixture(TokenLine line) {
        return Mixture.of(line.row(), id -> TokenNames.of(source, id));
    }

    /** Sentence pairs in which a target token is linked to its heaviest source tokens. */
    static List<PairRow> examples(Project project, TokenLine line, Progress progress) throws HydraException {
        Optional<Lease<LiveEffect>> found = project.alignments().live(progress);
        if (found.isEmpty()) {
            return List.of();
        }
        try (Lease<LiveEffect> live = found.get()) {
            return project.corpora().pairs(examples(live.get(), line));
        }
    }

    private static List<Long> examples(LiveEffect live, TokenLine line) {
        List<Long> ids = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int k = 0; k < Math.min(LOOKED_AT, line.row().size()) && ids.size() < EXAMPLES; k++) {
            for (Long id : live.examples(line.id(), line.row().sources()[k])) {
                if (seen.add(id) && ids.size() < EXAMPLES) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
