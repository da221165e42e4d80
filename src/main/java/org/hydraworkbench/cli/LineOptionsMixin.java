package org.hydraworkbench.cli;

import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Columns;
import org.hydraworkbench.corpus.LineOptions;
import org.hydraworkbench.corpus.TableSample;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command reads the lines of a bitext. */
final class LineOptionsMixin {

    @Option(names = "--encoding", paramLabel = "NAME",
            description = "The encoding of a bitext, for example windows-1252; UTF-8, or UTF-16 with its mark, if left out.")
    private @Nullable String encoding;

    @Option(names = "--columns", paramLabel = "S,T",
            description = "The columns of a TSV or CSV file that hold source and target, counted from 1, for example 2,3.")
    private @Nullable String columns;

    @Option(names = "--skip-head", description = "Passes over the first line of a TSV or CSV file, since it names the columns.")
    private boolean skipHead;

    boolean given() {
        return encoding != null || columns != null || skipHead;
    }

    LineOptions options() throws UsageException {
        return LineOptions.choosable()
                .withEncoding(encoding == null ? null : LineOptions.encoding(encoding))
                .withColumns(columns == null ? null : Columns.parse(columns))
                .withSkipHead(skipHead);
    }

    /** What to tell of the first line where it may be a head; empty where there is nothing to tell. */
    String head(@Nullable TableSample sample) {
        return sample == null || sample.head().isEmpty() || skipHead
                ? ""
                : "The first line seems to be a head (" + String.join(", ", sample.head())
                        + "), but is read as a pair of sentences; --skip-head passes it over.";
    }

    String head(BitextReader reader) {
        return head(reader.sample());
    }
}
