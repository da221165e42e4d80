package org.hydraworkbench.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Which tokens end a text. A model's files name them in {@code generation_config.json}, which goes before {@code config.json}
 * where it names any, as with transformers; chat models name there what ends an answer.
 */
public final class StopIds {

    private static final String GENERATION = "generation_config.json";

    private StopIds() {}

    /** By the files of a model folder. */
    static Set<Integer> read(Path folder, DecoderConfig config) throws InputException {
        Path file = folder.resolve(GENERATION);
        List<Integer> ids = Files.isRegularFile(file) ? new ConfigReader(file).ids("eos_token_id") : List.of();
        return Set.copyOf(ids.isEmpty() ? config.eosIds() : ids);
    }

    /**
     * For texts that are written with a table: by the model's files where it is the model's own, by the tokenizer, and rows of
     * the table that are no tokens but padding.
     */
    public static Set<Integer> of(Decoder body, TokenTable output, Tokenizer tokenizer) {
        Set<Integer> stops = new HashSet<>();
        if (output == body.table()) {
            stops.addAll(body.stopIds());
        }
        tokenizer.special().eos().ifPresent(stops::add);
        for (int id = tokenizer.size(); id < output.size(); id++) {
            stops.add(id);
        }
        return stops;
    }
}
