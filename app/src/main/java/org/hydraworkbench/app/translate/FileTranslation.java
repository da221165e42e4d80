package org.hydraworkbench.app.translate;

import java.nio.file.Path;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.QuietProgress;
import org.hydraworkbench.document.DocumentTranslator;
import org.hydraworkbench.document.format.Formats;
import org.hydraworkbench.document.format.ReadOptions;
import org.hydraworkbench.document.tags.SegmentTranslator;

/** Translates a file, of the format that its name says, into another, which appears when it is complete. */
record FileTranslation(Sentences sentences, ReadOptions options, Path in, Path out) implements Job<Path> {

    /** Gives what translates sentences, whose progress is told. */
    @FunctionalInterface
    interface Sentences {

        SegmentTranslator with(Progress progress) throws HydraException;
    }

    @Override
    public String title() {
        return Texts.format("translate.file.job", String.valueOf(in.getFileName()));
    }

    @Override
    public Path run(Progress progress) throws HydraException {
        new DocumentTranslator(sentences.with(new QuietProgress(progress)), Formats.of(in), options).translate(in, out, progress);
        return out;
    }
}
