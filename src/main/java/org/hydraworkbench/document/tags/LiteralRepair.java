package org.hydraworkbench.document.tags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the numbers, addresses and placeholders of a sentence are in its translation as they stand in the sentence, each as often.
 * One that is missing takes the place of its broken copy, else of another of its kind that the sentence does not have, else of the words that
 * are linked to it alone; else it stands at the end. What there is too much of one is taken out, and so is an address or a placeholder that the sentence
 * does not have. A number that it does not have may be a word of it, and stays.
 */
final class LiteralRepair {

    private final CutText source;
    private final CutText answer;
    private final Offsets offsets;
    private final List<List<Span>> sources;
    private final List<Literal> left; // of the answer, not yet said to be right
    private final List<Change> changes = new ArrayList<>();

    /**
     * A part of the answer that becomes something else.
     *
     * @param of what it answers then; null where it is taken out
     */
    private record Change(Span place, String text, @Nullable Literal of) {}

    private LiteralRepair(CutText source, SegmentAnswer given) {
        this.source = source;
        this.answer = CutText.of(given.text());
        this.offsets = Offsets.of(given.text());
        this.sources = AnswerBuilder.sources(source, answer, given.links(), 0);
        this.left = new ArrayList<>(Literal.in(given.text()));
    }

    /** The answer as it should be; what a person confirmed is right. */
    static SegmentAnswer mend(String sentence, SegmentAnswer given) {
        List<Literal> wanted = Literal.in(sentence);
        if (given.confirmed() || wanted.isEmpty() && Literal.in(given.text()).isEmpty()) {
            return given;
        }
        return new LiteralRepair(CutText.of(sentence), given).mend(wanted, given);
    }

    private SegmentAnswer mend(List<Literal> wanted, SegmentAnswer given) {
        List<Literal> missing = new ArrayList<>();
        for (Literal each : wanted) {
            take(each, found -> found.text().equals(each.text())).ifPresentOrElse(found -> change(found.place(), each), () -> missing.add(each));
        }
        for (Literal each : missing) {
            Span place = replaced(each, wanted);
            if (place != null) {
                change(place, each);
            } else {
                append(each);
            }
        }
        Set<String> known = new HashSet<>(wanted.stream().map(Literal::text).toList());
        for (Literal each : left) {
            if (isFree(each.place()) && (each.kind() != Literal.Kind.NUMBER || known.contains(each.text()))) {
                changes.add(new Change(withSpace(each.place()), "", null));
            }
        }
        return written(given);
    }

    private void change(Span place, Literal to) {
        changes.add(new Change(place, to.text(), to));
    }

    /** One of the answer that fits, that which is linked to the wanted one if there is such; it is not left then. */
    private Optional<Literal> take(Literal wanted, Predicate<Literal> fits) {
        Optional<Literal> best = left.stream()
                .filter(fits)
                .filter(each -> isFree(each.place()))
                .max(Comparator.comparing((Literal each) -> isLinked(each.place(), wanted)).thenComparing(each -> -each.place().start()));
        best.ifPresent(left::remove);
        return best;
    }

    private boolean isLinked(Span place, Literal wanted) {
        return AnswerBuilder.overlapping(answer.spans(), place).stream()
                .anyMatch(word -> sources.get(word).stream().anyMatch(wanted.place()::overlaps));
    }

    private boolean isFree(Span place) {
        return changes.stream().noneMatch(change -> change.place.overlaps(place));
    }

    /** What a missing one takes the place of; null where there is nothing of the kind. */
    private @Nullable Span replaced(Literal missing, List<Literal> wanted) {
        Span broken = broken(missing);
        if (broken != null) {
            return broken;
        }
        Set<String> right = new HashSet<>(wanted.stream().map(Literal::text).toList());
        boolean number = missing.kind() == Literal.Kind.NUMBER;
        Optional<Literal> other = number ? take(missing, each -> isNumber(each) && each.digits().equals(missing.digits())) : Optional.empty();
        if (other.isEmpty()) {
            other = take(missing, each -> each.kind() == missing.kind() && !right.contains(each.text()));
        }
        return other.map(Literal::place).orElseGet(() -> linked(missing));
    }

    private static boolean isNumber(Literal literal) {
        return literal.kind() == Literal.Kind.NUMBER;
    }

    /** Where the missing one is but for its spaces, case or digits. */
    private @Nullable Span broken(Literal missing) {
        String wanted = Literal.folded(missing.text());
        List<Span> words = answer.spans();
        for (int from = 0; from < words.size(); from++) {
            StringBuilder so = new StringBuilder();
            for (int to = from; to < words.size() && so.length() < wanted.length(); to++) {
                so.append(Literal.folded(offsets.slice(words.get(to))));
                Span place = new Span(words.get(from).start(), words.get(to).end());
                if (so.toString().equals(wanted) && isFree(place)) {
                    left.removeIf(each -> place.overlaps(each.place()));
                    return place;
                }
                if (!wanted.startsWith(so.toString())) {
                    break;
                }
            }
        }
        return null;
    }

    /** The first words beside each other that are linked to nothing but the missing one. */
    private @Nullable Span linked(Literal missing) {
        Span found = null;
        for (int word = 0; word < answer.size(); word++) {
            Span place = answer.spans().get(word);
            boolean own = !sources.get(word).isEmpty() && sources.get(word).stream().allMatch(missing.place()::overlaps) && isFree(place);
            if (own) {
                found = found == null ? place : new Span(found.start(), place.end());
            } else if (found != null) {
                return found;
            }
        }
        return found;
    }

    /** Puts one before the mark at the end of the answer. */
    private void append(Literal missing) {
        int end = answer.size() == 0 ? 0 : answer.spans().getLast().end();
        if (answer.size() > 1 && isMark(answer.spans().getLast()) && isFree(answer.spans().getLast())) {
            end = answer.spans().getLast().start();
        }
        boolean space = end > 0 && !Characters.isSpace(offsets.codePointAt(end - 1));
        changes.add(new Change(new Span(end, end), (space ? " " : "") + missing.text(), missing));
    }

    private boolean isMark(Span word) {
        int first = offsets.codePointAt(word.start());
        return !Characters.isLetterOrMark(first) && !Characters.isNumber(first);
    }

    /** A place with the space before it, or else after it. */
    private Span withSpace(Span place) {
        if (place.start() > 0 && Characters.isSpace(offsets.codePointAt(place.start() - 1))) {
            return new Span(place.start() - 1, place.end());
        }
        boolean after = place.end() < offsets.codePoints() && Characters.isSpace(offsets.codePointAt(place.end()));
        return new Span(place.start(), place.end() + (after ? 1 : 0));
    }

    private SegmentAnswer written(SegmentAnswer given) {
        AnswerBuilder built = new AnswerBuilder(source.text());
        int from = 0;
        for (Change change : changes.stream().sorted(Comparator.comparing(Change::place)).toList()) {
            built.addPart(answer, sources, from, Math.max(from, change.place.start()));
            built.add(change.text, change.of == null ? List.of() : List.of(change.of.place()));
            from = Math.max(from, change.place.end());
        }
        built.addPart(answer, sources, from, offsets.codePoints());
        return new SegmentAnswer(built.text(), built.links(), given.confidence(), given.logProbability(), false);
    }
}
