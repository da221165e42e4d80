package org.hydraworkbench.app.alignment;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.format.Pharaoh;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;

/**
 * Writes the links as they hold now, a line for every pair that is neither excluded nor synthetic, in the order of
 * the corpora.
 */
record PharaohExport(Project project, Path file) implements Job<Path> {

    @Override
    public String title() {
        return Texts.format("alignment.export.job", file.getFileName());
    }

    @Override
    public Path run(Progress progress) throws HydraException {
        long[] ids = project.corpora().ids(PairFilter.linkable(), PairOrder.CORPUS);
        StringBuilder lines = new StringBuilder();
        for (int k = 0; k < ids.length; k++) {
            if (k % 64 == 0) {
                progress.checkCancelled();
                progress.update(k, ids.length);
            }
            List<Link> links = project.alignments().now().effective(ids[k]).stream()
                    .filter(link -> link.state() != LinkState.REJECTED)
                    .map(link -> new Link(link.source(), link.target(), link.state(), link.confidence()))
                    .toList();
            lines.append(Pharaoh.format(new Alignment(links))).append('\n');
        }
        AtomicFiles.writeString(file, lines.toString());
        return file;
    }
}
