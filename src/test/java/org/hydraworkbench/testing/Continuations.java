package org.hydraworkbench.testing;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.GenerationRequest;
import org.hydraworkbench.model.generation.Generator;
import org.hydraworkbench.model.generation.TokenListener;

/** Continues prompts, each with a generator that has read nothing before. */
public final class Continuations {

    private Continuations() {}

    /** Of a prompt through one table, or several. */
    public static Generation of(Decoder decoder, List<PromptPart> prompt, TokenTable output, GenerationOptions options) throws HydraException {
        try (Generator generator = new Generator(decoder)) {
            return generator.generate(new GenerationRequest(prompt, output, options), TokenListener.none(), Progress.none());
        }
    }

    /** Of a prompt through the decoder's own table. */
    public static Generation of(Decoder decoder, int[] prompt, GenerationOptions options) throws HydraException {
        return of(decoder, List.of(new PromptPart(decoder.table(), prompt)), decoder.table(), options);
    }
}
