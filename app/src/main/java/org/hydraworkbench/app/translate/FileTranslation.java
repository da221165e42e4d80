package org.hydraworkbench.app.translate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.text.Tsv;

/** Translates a text file line by line into another file, which appears when it is complete. An empty line stays empty. */
record FileTranslation(HydraDesk desk, HydraDesk.Question question, Path in, Path out) implements Job<Path> {

    @Override
    public String title() {
        return Texts.format("translate.file.job", String.valueOf(in.getFileName()));
    }

    @Override
    public Path run(Progress progress) throws HydraException {
        AtomicFiles.write(out, to -> {
            try (TextLines lines = TextLines.open(in)) {
                long count = 0;
                for (String line = lines.next(); line != null; line = lines.next()) {
                    progress.checkCancelled();
                    String answer = "";
                    if (!line.isBlank()) {
                        Translation translation = desk.answer(question, line, TranslationListener.none(), progress);
                        answer = Tsv.cell(translation.text());
                    }
                    to.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
                    progress.update(lines.bytesRead(), lines.bytesTotal());
                    progress.message(Texts.format("translate.file.done", ++count));
                }
            }
        });
        return out;
    }
}
