package org.hydraworkbench.app.translate;

import java.util.List;
import java.util.Optional;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.LoadedHydra;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.phrase.Terms;
import org.hydraworkbench.document.tags.SegmentAnswer;
import org.hydraworkbench.document.tags.SegmentTranslator;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.Term;
import org.hydraworkbench.project.translation.LiveKnowledge;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** Those who answer: the Hydra, which belongs to the tensor thread, and what the project's sentences teach. */
final class Answerers {

    private final JobRunner jobs;
    private final HydraDesk desk;

    Answerers(JobRunner jobs, LoadedHydra hydra) {
        this.jobs = jobs;
        this.desk = new HydraDesk(hydra);
    }

    /**
     * What is to be translated with.
     *
     * @param side of the project that texts belong to
     * @param hydra how the Hydra is asked; empty where none takes part
     */
    record Task(AnswerBy by, Project project, Side side, Optional<HydraDesk.Question> hydra) {}

    /** Learns what the project's sentences teach, so that nobody has to wait for it. */
    JobRun<Boolean> learn(Project project, Side side) {
        return jobs.query(progress -> {
            JudgedAnswer.live(project, side, progress);
            return true;
        });
    }

    /** Answers an exchange, which is told. */
    JobRun<?> answer(Task task, Exchange exchange, AnswerStream stream) {
        String text = exchange.request().text();
        return switch (task.by) {
            case PHRASES -> byPhrases(task, text, stream).onDone(exchange::finish);
            case EVERYTHING -> {
                byPhrases(task, text, stream).onDone(exchange::begin);
                yield jobs.tensorQuery(() -> judged(task, text, stream)).onDone(exchange::finish);
            }
            case HYDRA -> jobs.tensorQuery(() -> desk.answer(task.hydra.orElseThrow(), text, terms(task).required(text), stream, stream))
                    .onDone(translation -> finish(exchange, stream, translation));
        };
    }

    /** The project's glossary, which a Hydra keeps to by itself too. */
    private static Terms terms(Task task) throws HydraException {
        List<SentencePair> all = task.project.glossary().list().stream().map(Term::texts).toList();
        return Terms.of(task.side == Side.SOURCE ? all : all.stream().map(SentencePair::reversed).toList());
    }

    private JobRun<JudgedAnswer> byPhrases(Task task, String text, Progress progress) {
        return jobs.query(ignored -> JudgedAnswer.of(task.project, task.side, text, null, progress));
    }

    private JudgedAnswer judged(Task task, String text, Progress progress) throws HydraException {
        return JudgedAnswer.of(task.project, task.side, text, desk.judge(task.hydra.orElseThrow(), progress), progress);
    }

    private static void finish(Exchange exchange, AnswerStream stream, Translation translation) {
        exchange.add(stream.take());
        exchange.finish(
                translation.text(),
                translation.logProbability(),
                translation.alternatives(),
                translation.ending() == Generation.Ending.LISTENER);
    }

    /** Where a file is translated. */
    JobRunner.Lane lane(Task task) {
        return task.by == AnswerBy.PHRASES ? JobRunner.Lane.WORK : JobRunner.Lane.TENSOR;
    }

    /** Translates the sentences of a file, in {@link #lane}. */
    SegmentTranslator sentences(Task task, Progress progress) throws HydraException {
        if (task.by == AnswerBy.HYDRA) {
            Terms terms = terms(task);
            return text -> SegmentAnswer.of(desk.answer(
                            task.hydra.orElseThrow(), text, terms.required(text), TranslationListener.none(), progress)
                    .text());
        }
        LiveKnowledge live = JudgedAnswer.live(task.project, task.side, progress);
        var decoding = task.project.decoding().now(task.side);
        return new SegmentTranslator() {
            @Override
            public SegmentAnswer translate(String text) throws HydraException {
                return SegmentAnswer.of(JudgedAnswer.answer(live, decoding, text, judge(), progress));
            }

            @Override
            public boolean isSaid(String text) {
                return live.knowledge().confirmed(text).isPresent();
            }

            private @Nullable HydraJudge judge() throws HydraException {
                return task.hydra.isPresent() ? desk.judge(task.hydra.get(), progress) : null;
            }
        };
    }
}
