package org.hydraworkbench.app.corpus;

import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.CorpusInfo;
import org.hydraworkbench.project.Project;

/** Makes the full-text index of a corpus, so that searching it is quick; its result is the corpus. */
record IndexJob(Project project, CorpusInfo corpus) implements Job<CorpusInfo> {

    @Override
    public String title() {
        return Texts.format("corpus.index.job", corpus.name());
    }

    @Override
    public CorpusInfo run(Progress progress) throws HydraException {
        project.corpora().index(corpus.id(), progress);
        return project.corpora().get(corpus.id());
    }
}
