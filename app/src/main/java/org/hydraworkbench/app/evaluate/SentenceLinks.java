package org.hydraworkbench.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.links.CurrentAlignment;
import org.hydraworkbench.text.Isolates;
import org.hydraworkbench.tokenizer.Segmentation;

/**
 * Which words of a sentence answer which of its translation, as the alignment in use sees them.
 *
 * @param links pairs of words, in the order of the sentence
 * @param unanswered words of the sentence that nothing answers
 */
record SentenceLinks(List<Link> links, List<String> unanswered) {

    /** A word and what answers it. */
    record Link(String source, String target) {}

    private static final float LEAST = .3f;

    SentenceLinks {
        links = List.copyOf(links);
        unanswered = List.copyOf(unanswered);
    }

    /** None where the project has no alignment. */
    static SentenceLinks of(Project project, String source, String target) throws HydraException {
        CurrentAlignment current = project.alignments().now();
        if (current.files().isEmpty() || source.isBlank() || target.isBlank()) {
            return new SentenceLinks(List.of(), List.of());
        }
        Segmentation left = current.source().segment(source);
        Segmentation right = current.target().segment(target);
        PairPosteriors posteriors = current.posteriors(left, right);
        String[] words = left.surfaces();
        String[] answers = right.surfaces();
        List<Link> links = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            int before = links.size();
            for (int j = 0; j < answers.length; j++) {
                if (posteriors.confidence(i, j) >= LEAST) {
                    links.add(new Link(words[i], answers[j]));
                }
            }
            if (links.size() == before && words[i].codePoints().anyMatch(Character::isLetterOrDigit)) {
                unanswered.add(words[i]);
            }
        }
        return new SentenceLinks(links, unanswered);
    }

    /** As a sentence for a person, names isolated; empty where nothing is linked. */
    String text() {
        String pairs = links.stream().map(link -> Texts.format("evaluate.links.pair", link.source, link.target)).collect(Collectors.joining(" · "));
        String rest = unanswered.stream().map(Isolates::of).collect(Collectors.joining(", "));
        return rest.isEmpty() ? pairs : pairs + " · " + Texts.get("evaluate.links.unanswered") + " " + rest;
    }
}
