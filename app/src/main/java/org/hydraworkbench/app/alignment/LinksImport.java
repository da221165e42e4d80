package org.hydraworkbench.app.alignment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.edits.LinkRequest;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.PairView;

/**
 * Takes the links of a file, in any format that is read, as the person's own, as one action that can be undone. The file's pairs
 * are those that are neither excluded nor synthetic, in the order of the corpora. What the aligner proposes beyond them is rejected, save in pairs
 * that a file which numbers its pairs leaves out: of these it says nothing. The result is the number of edits.
 */
record LinksImport(Project project, Path file) implements Job<Integer> {

    @Override
    public String title() {
        return Texts.data("alignment.import.job", file.getFileName()); // the edit is called so in the project
    }

    @Override
    public Integer run(Progress progress) throws HydraException {
        long[] ids = project.corpora().ids(PairFilter.linkable(), PairOrder.CORPUS);
        List<LinkRequest> requests = new ArrayList<>();
        try (LinkFile links = LinkFile.open(file, null, null)) {
            for (int k = 0; k < ids.length; k++) {
                if (k % 64 == 0) {
                    progress.checkCancelled();
                    progress.update(k, ids.length);
                }
                PairView view = project.alignments().now().view(ids[k]);
                Alignment wanted = links.next(view.source().size(), view.target().size());
                if (links.named()) {
                    add(requests, view, wanted);
                }
            }
            links.requireEnd();
        }
        project.edits().setLinks(title(), requests);
        return requests.size();
    }

    private static void add(List<LinkRequest> requests, PairView view, Alignment links) {
        Set<Cell> wanted = new HashSet<>();
        for (Link link : links.links()) {
            wanted.add(new Cell(link.source(), link.target()));
            requests.add(request(view, link.source(), link.target(), link.state()));
        }
        for (EffectiveLink known : view.links()) {
            if (known.state() != LinkState.REJECTED && !wanted.contains(new Cell(known.source(), known.target()))) {
                requests.add(request(view, known.source(), known.target(), LinkState.REJECTED));
            }
        }
    }

    private static LinkRequest request(PairView view, int source, int target, LinkState state) {
        return new LinkRequest(
                view.pair().id(),
                view.source().segments().get(source).span(),
                view.target().segments().get(target).span(),
                state);
    }
}
