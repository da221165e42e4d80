package org.hydraworkbench.cli;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.server.Lesson;
import org.hydraworkbench.server.Teacher;
import org.hydraworkbench.text.LanguagePair;

/**
 * A bitext teaches both directions. What people say is forgotten when the command ends.
 *
 * @param memory what is learnt from; with a Hydra there may be none
 * @param usual from the language that stands first in it to the other
 * @param glossary terms from the first language to the second; the other way round they count too
 * @param decoding what translations are chosen by
 * @param progress of learning
 */
record MemoryTeacher(
        MemoryMixin memory, LanguagePair usual, List<SentencePair> glossary, Decoding decoding, int threads, Progress progress)
        implements Teacher {

    @Override
    public List<LanguagePair> directions() {
        return List.of(usual, usual.reversed());
    }

    @Override
    public boolean teaches() {
        return memory.given();
    }

    @Override
    public Lesson learn(LanguagePair direction, Progress ofOne) throws HydraException {
        if (!memory.given()) {
            return Lesson.none();
        }
        String from = direction.from().toString();
        String to = direction.to().toString();
        boolean there = direction.equals(usual);
        Knowledge knowledge = there ? memory.learn(from, to, threads, progress) : memory.learnReversed(from, to, threads, progress);
        knowledge.addTerms(there ? glossary : glossary.stream().map(SentencePair::reversed).toList());
        return Lesson.of(knowledge, decoding);
    }
}
