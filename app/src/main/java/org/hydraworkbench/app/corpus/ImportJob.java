package org.hydraworkbench.app.corpus;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.CorpusInfo;
import org.hydraworkbench.project.ImportRequest;
import org.hydraworkbench.project.Project;

/** Imports corpora, one after the other. Those that were complete before it failed or was cancelled stay. */
record ImportJob(Project project, List<ImportRequest> requests) implements Job<List<CorpusInfo>> {

    @Override
    public String title() {
        return Texts.format("corpus.import.job", requests.size(), requests.getFirst().name());
    }

    @Override
    public List<CorpusInfo> run(Progress progress) throws HydraException {
        List<CorpusInfo> made = new ArrayList<>();
        for (ImportRequest request : requests) {
            made.add(project.corpora().importFrom(request, progress));
        }
        return made;
    }
}
