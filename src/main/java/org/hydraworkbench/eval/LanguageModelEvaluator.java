package org.hydraworkbench.eval;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Scorer;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Scores text with a decoder. Each line is a document: the beginning token is read but not scored, the line's tokens and the
 * end token are scored. Without a beginning token the first token of a line is not scored; without an end token there is none.
 */
public final class LanguageModelEvaluator {

    /** Lines are scored in groups, so that the text need not fit into memory. */
    private static final int GROUP = 2000;

    private final Decoder body;
    private final TokenTable table;
    private final Tokenizer tokenizer;
    private final Tokenizer reference;

    /**
     * An evaluator.
     *
     * @param tokenizer of the model
     * @param reference counts the tokens of the native perplexity; the model's own tokenizer makes that the ordinary one
     */
    public LanguageModelEvaluator(Decoder body, TokenTable table, Tokenizer tokenizer, Tokenizer reference) {
        this.body = body;
        this.table = table;
        this.tokenizer = tokenizer;
        this.reference = reference;
    }

    /**
     * Scores a text file, which may be gzip.
     *
     * @throws InputException when it is missing, empty or no UTF-8
     */
    public LanguageModelScores score(Path file, Progress progress) throws HydraException {
        Sums sums = new Sums();
        try (TextLines text = TextLines.open(file)) {
            List<String> group = new ArrayList<>();
            for (String line = text.next(); line != null; line = text.next()) {
                group.add(line);
                if (group.size() == GROUP) {
                    add(group, file, sums, progress);
                    group.clear();
                    progress.update(text.bytesRead(), text.bytesTotal());
                }
            }
            add(group, file, sums, progress);
        }
        if (sums.bytes == 0) {
            throw InputException.in(file, "is empty; there is nothing to score");
        }
        return sums.result();
    }

    /** Scores lines. */
    public LanguageModelScores score(List<String> lines, Progress progress) throws HydraException {
        Sums sums = new Sums();
        add(lines, null, sums, progress);
        return sums.result();
    }

    private void add(List<String> lines, @Nullable Path file, Sums sums, Progress progress) throws HydraException {
        List<int[]> documents = new ArrayList<>();
        for (String line : lines) {
            int[] document = document(tokenizer, line);
            try {
                table.requireRows(document, tokenizer);
            } catch (InputException e) {
                throw file == null ? e : InputException.at(file, sums.lines + 1, "cannot be read by this model", e);
            }
            documents.add(document);
            sums.tokens += Math.max(0, document.length - 1);
            sums.referenceTokens += reference == tokenizer
                    ? Math.max(0, document.length - 1)
                    : Math.max(0, document(reference, line).length - 1);
            sums.lines++;
            sums.words += line.isBlank() ? 0 : line.strip().split("\\s+").length;
            sums.characters += line.codePointCount(0, line.length());
            sums.bytes += line.getBytes(StandardCharsets.UTF_8).length;
        }
        for (double nll : new Scorer(body, table).nll(documents, progress)) {
            sums.nll += nll;
        }
    }

    private static int[] document(Tokenizer tokenizer, String line) throws StateException {
        OptionalInt bos = tokenizer.special().bos();
        OptionalInt eos = tokenizer.special().eos();
        int[] ids = tokenizer.encodeIds(line);
        int start = bos.isPresent() ? 1 : 0;
        int[] document = new int[start + ids.length + (eos.isPresent() ? 1 : 0)];
        bos.ifPresent(id -> document[0] = id);
        System.arraycopy(ids, 0, document, start, ids.length);
        eos.ifPresent(id -> document[document.length - 1] = id);
        return document;
    }

    private static final class Sums {
        double nll;
        long tokens;
        long lines;
        long words;
        long characters;
        long bytes;
        long referenceTokens;

        LanguageModelScores result() {
            return new LanguageModelScores(nll, tokens, lines, words, characters, bytes, referenceTokens);
        }
    }
}
