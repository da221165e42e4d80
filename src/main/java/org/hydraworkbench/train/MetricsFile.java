package org.hydraworkbench.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;

/**
 * A file with a line of JSON for each step. A resumed run goes on in the same file: what a killed run wrote after its last
 * checkpoint is dropped, as those steps are done again.
 */
public final class MetricsFile implements MetricsListener {

    private final Path file;
    private boolean begun;

    public MetricsFile(Path file) {
        this.file = file;
    }

    /** The last step in such a file; empty when there is no file, or no step in it. */
    public static Optional<Metrics> last(Path file) throws HydraException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Metrics::parse).flatMap(Optional::stream).reduce((before, now) -> now);
        } catch (IOException | UncheckedIOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }

    @Override
    public void step(Metrics metrics) throws HydraException {
        try {
            if (!begun) {
                begin(metrics.step());
                begun = true;
            }
            Files.writeString(file, metrics.toJson() + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be written", e);
        }
    }

    private void begin(long firstStep) throws HydraException, IOException {
        List<String> before = Files.isRegularFile(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> Metrics.parse(line).filter(m -> m.step() < firstStep).isPresent())
                        .toList()
                : List.of();
        StringBuilder text = new StringBuilder();
        before.forEach(line -> text.append(line).append('\n'));
        AtomicFiles.writeString(file, text.toString());
    }
}
