package org.hydraworkbench.app.tokenizer;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerStatistics;
import org.jspecify.annotations.Nullable;

/** The tokenizer that one side shows, opened when it is first needed and again when another becomes current. For any thread. */
final class OpenTokenizer implements AutoCloseable {

    private @Nullable Path folder;
    private @Nullable Tokenizer tokenizer;

    synchronized List<TokenChip> chips(Path wanted, String text) throws HydraException {
        return TokenChip.of(opened(wanted), text);
    }

    /** @param own lines of the tokenizer's own language, {@code target} of the language to learn */
    synchronized TokenizerFacts facts(Path wanted, List<String> own, List<String> target) throws HydraException {
        Tokenizer open = opened(wanted);
        return new TokenizerFacts(
                open.size(),
                open.style(),
                TokenizerStatistics.measure(open, own, Progress.none()),
                TokenizerStatistics.measure(open, target, Progress.none()));
    }

    private Tokenizer opened(Path wanted) throws HydraException {
        Tokenizer open = tokenizer;
        if (open == null || !wanted.equals(folder)) {
            close();
            open = Tokenizer.load(wanted);
            tokenizer = open;
            folder = wanted;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (tokenizer != null) {
            tokenizer.close();
            tokenizer = null;
        }
    }
}
