package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.StopIds;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.GenerationRequest;
import org.hydraworkbench.model.generation.Generator;

/** What a model in training, as it is when asked, writes. It draws nothing at random, so that the training goes on as without it. */
@FunctionalInterface
interface Sampler {

    /** Texts that are written each time. */
    int MOST = 4;

    /** Tokens of each. */
    int MOST_TOKENS = 64;

    List<Sample> write(Progress progress) throws HydraException;

    /**
     * Translations of pairs, in the first direction that is trained. Pairs that do not fit into the context are passed over.
     *
     * @throws InputException when they cannot be read, or none fits
     */
    static Sampler ofPairs(BitextFiles bitext, HydraTrainee trainee, Progress progress) throws HydraException {
        List<SentencePair> pairs = new ArrayList<>();
        FittingPairs.read(bitext, trainee.examples(), trainee.body().config().contextLength(), progress, (pair, examples) -> {
            if (pairs.size() < MOST) {
                pairs.add(pair);
            }
        });
        return during -> trainee.translations(pairs, GenerationOptions.greedy(MOST_TOKENS), during);
    }

    /**
     * Continuations of the beginnings of texts. Of one that leaves no room in the context the last tokens are read.
     *
     * @throws InputException when they cannot be read, or there are none
     */
    static Sampler ofText(Path file, PlainTrainee trainee) throws HydraException {
        List<Sample> asked = TextLines.readAll(file).stream()
                .filter(line -> !line.isBlank())
                .limit(MOST)
                .map(line -> line.split("\t", 2))
                .map(parts -> new Sample(parts[0], "", parts.length > 1 ? parts[1] : ""))
                .toList();
        if (asked.isEmpty()) {
            throw InputException.in(file, "is empty; there is nothing to go on from");
        }
        List<GenerationRequest> requests = new ArrayList<>();
        for (Sample each : asked) {
            requests.add(request(each.prompt(), trainee));
        }
        return during -> {
            List<Sample> written = new ArrayList<>();
            try (Generator generator = new Generator(trainee.body())) { // what another has read was read with other weights
                List<Generation> texts = generator.generate(requests, requests.size(), during);
                for (int i = 0; i < asked.size(); i++) {
                    String text = trainee.tokenizer().decode(texts.get(i).ids(), true);
                    written.add(new Sample(asked.get(i).prompt(), text, asked.get(i).reference()));
                }
            }
            return written;
        };
    }

    private static GenerationRequest request(String prompt, PlainTrainee trainee) throws HydraException {
        int[] all = IntStream.concat(
                        trainee.tokenizer().special().bos().stream(), IntStream.of(trainee.tokenizer().encodeIds(prompt)))
                .toArray();
        int room = Math.max(1, trainee.body().config().contextLength() - MOST_TOKENS);
        int[] ids = IntStream.of(all).skip(Math.max(0, all.length - room)).toArray();
        trainee.body().table().requireRows(ids, trainee.tokenizer());
        GenerationOptions options = GenerationOptions.greedy(MOST_TOKENS)
                .withStopIds(StopIds.of(trainee.body(), trainee.body().table(), trainee.tokenizer()));
        return new GenerationRequest(List.of(new PromptPart(trainee.body().table(), ids)), trainee.body().table(), options);
    }
}
