package org.hydraworkbench.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.document.DocumentTranslator;
import org.hydraworkbench.document.format.Formats;
import org.hydraworkbench.document.format.ReadOptions;
import org.hydraworkbench.document.tags.SegmentAnswer;
import org.hydraworkbench.document.tags.SegmentTranslator;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/**
 * Translates by what a {@link Teacher} knows, with a Hydra or without. A direction is learnt when it is first asked for, which takes some
 * seconds; whoever asks for it meanwhile waits.
 */
public final class EngineTranslator implements ServedTranslator {

    private final String name;
    private final Teacher teacher;
    private final List<LanguagePair> directions;
    private final @Nullable ServedHydra hydra;
    private final Map<LanguagePair, Machine> learnt = new ConcurrentHashMap<>();
    private final Map<LanguageTag, Passage> passages = new HashMap<>();

    /** Held while a direction is learnt and while a person's word is taken in. */
    private final ReentrantLock change = new ReentrantLock();

    /**
     * @param hydra null for none
     * @throws UsageException when there is a Hydra alone, which translates in no direction
     */
    public EngineTranslator(String name, Teacher teacher, @Nullable ServedHydra hydra) throws UsageException {
        this.name = name;
        this.teacher = teacher;
        this.directions = teacher.directions().stream()
                .filter(direction -> teacher.teaches() || hydra != null && hydra.translates(direction))
                .toList();
        if (directions.isEmpty()) {
            throw new UsageException("There is nothing to translate by between " + teacher.directions().getFirst().from() + " and "
                    + teacher.directions().getFirst().to() + ".");
        }
        this.hydra = hydra;
        directions.forEach(direction -> passages.computeIfAbsent(direction.from(), Passage::new));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<LanguagePair> directions() {
        return directions;
    }

    /** Learns a direction now, so that nobody who asks has to wait. */
    public void prepare(LanguagePair direction, Progress progress) throws HydraException {
        machine(direction, progress);
    }

    @Override
    public Answer translate(LanguagePair direction, String text, Progress progress) throws HydraException {
        Machine machine = machine(direction, progress);
        Passage passage = passages.get(direction.from());
        if (passage == null) {
            throw new UsageException("There is no translation from " + direction.from() + " to " + direction.to() + ".");
        }
        return passage.translate(text, new Passage.Sentences() {
            @Override
            public Answer translate(String sentence) throws HydraException {
                progress.checkCancelled();
                return machine.translate(sentence, progress).answer();
            }

            @Override
            public boolean isWhole(String whole) throws HydraException {
                return machine.said(whole, progress).isPresent();
            }
        });
    }

    @Override
    public Answer translateHtml(LanguagePair direction, String html, Progress progress) throws HydraException {
        Machine machine = machine(direction, progress);
        SegmentTranslator sentences = new SegmentTranslator() {
            @Override
            public SegmentAnswer translate(String text) throws HydraException {
                progress.checkCancelled();
                return machine.translate(text, progress).linked();
            }

            @Override
            public boolean isSaid(String text) throws HydraException {
                return machine.said(text, progress).isPresent();
            }
        };
        ReadOptions options = new ReadOptions(direction.from(), direction.to(), 1);
        DocumentTranslator.Written written =
                new DocumentTranslator(sentences, Formats.byId("html"), options).translate("q", html, progress);
        return new Answer(written.text(), written.confidence(), List.of());
    }

    @Override
    public void confirm(LanguagePair direction, SentencePair texts, Progress progress) throws HydraException {
        SentencePair said = new SentencePair(texts.source().strip(), texts.target().strip());
        Machine machine = machine(direction, progress);
        if (machine.said(said.source(), progress).equals(Optional.of(said.target()))) {
            return;
        }
        String answer = translate(direction, said.source(), progress).text();
        change.lock();
        try {
            machine.confirm(said, answer);
            machine.knowledge(progress); // taken in now, and not when the next one waits for an answer
        } finally {
            change.unlock();
        }
    }

    @Override
    public List<Term> terms(LanguagePair direction) throws HydraException {
        return machine(direction, Progress.none())
                .knowledge(Progress.none())
                .map(knowledge -> knowledge.phrases().terms())
                .orElse(List.of())
                .stream()
                .map(term -> new Term(term.source(), term.target()))
                .toList();
    }

    @Override
    public double familiarity(LanguageTag language, String text) throws HydraException {
        for (Map.Entry<LanguagePair, Machine> each : learnt.entrySet()) {
            boolean source = each.getKey().from().equals(language);
            if (source || each.getKey().to().equals(language)) {
                Optional<Knowledge> knowledge = each.getValue().knowledge(Progress.none());
                if (knowledge.isPresent()) {
                    return knowledge.get().phrases().known(source ? Side.SOURCE : Side.TARGET, text);
                }
            }
        }
        return ServedTranslator.super.familiarity(language, text);
    }

    private Machine machine(LanguagePair direction, Progress progress) throws HydraException {
        Machine known = learnt.get(direction);
        if (known != null) {
            return known;
        }
        change.lock();
        try {
            known = learnt.get(direction);
            if (known == null) {
                known = learn(direction, progress);
                learnt.put(direction, known);
            }
            return known;
        } finally {
            change.unlock();
        }
    }

    private Machine learn(LanguagePair direction, Progress progress) throws HydraException {
        Lesson lesson = teacher.learn(direction, progress);
        ServedHydra writer = hydra != null && hydra.translates(direction) ? hydra : null;
        if (lesson.knowledge(progress).isPresent()) {
            return new Machine.Judged(direction, lesson, writer);
        }
        if (writer == null) {
            throw new UsageException("There is nothing to translate from " + direction.from() + " to " + direction.to() + " by.");
        }
        return new Machine.Alone(direction, lesson, writer, new ConcurrentHashMap<>(lesson.sayings()));
    }
}
