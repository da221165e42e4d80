package org.hydraworkbench.server;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.conversations.Conversations;
import org.hydraworkbench.project.conversations.Exchange;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/**
 * A project teaches both directions between its two languages. What people say is kept in its conversation as the correction of an answer, so
 * that it is there whenever the project is opened.
 */
public final class ProjectTeacher implements Teacher {

    private final Project project;
    private final boolean bySentences;
    private final @Nullable Decoding decoding;
    private final LanguagePair usual;

    /**
     * @param project open for as long as this is used
     * @param bySentences whether its sentences teach; else its Hydra translates alone
     * @param decoding what translations are chosen by; null for what the project has learnt
     */
    public ProjectTeacher(Project project, boolean bySentences, @Nullable Decoding decoding) {
        this.project = project;
        this.bySentences = bySentences;
        this.decoding = decoding;
        this.usual = new LanguagePair(project.info().sourceLanguage(), project.info().targetLanguage());
    }

    @Override
    public List<LanguagePair> directions() {
        return List.of(usual, usual.reversed());
    }

    @Override
    public boolean teaches() {
        return bySentences;
    }

    @Override
    public Lesson learn(LanguagePair direction, Progress progress) throws HydraException {
        Lesson lesson = new OfProject(direction, bySentences && project.alignments().now().files().isPresent());
        lesson.knowledge(progress); // learns it
        return lesson;
    }

    private final class OfProject implements Lesson {

        private final LanguagePair direction;
        private final boolean taught;

        OfProject(LanguagePair direction, boolean taught) {
            this.direction = direction;
            this.taught = taught;
        }

        @Override
        public Optional<Knowledge> knowledge(Progress progress) throws HydraException {
            if (!taught) {
                return Optional.empty();
            }
            return Optional.of(project.knowledge().live(from(), direction.from(), direction.to(), progress).knowledge());
        }

        @Override
        public Decoding decoding() throws HydraException {
            return decoding == null ? project.decoding().now(from()) : decoding;
        }

        private Side from() {
            return direction.equals(usual) ? Side.SOURCE : Side.TARGET;
        }

        @Override
        public Map<String, String> sayings() throws HydraException {
            Map<String, String> sayings = new HashMap<>();
            for (Exchange exchange : project.conversations().corrected()) {
                if (exchange.from().equals(direction.from()) && exchange.to().equals(direction.to())) {
                    sayings.put(exchange.question().strip(), exchange.correction().strip());
                }
            }
            return sayings;
        }

        @Override
        public void confirm(SentencePair texts, String answer) throws HydraException {
            Conversations conversations = project.conversations();
            long id = conversations.add(
                    direction.from(), direction.to(), texts.source(), answer, Exchange.State.DONE, new JsonObject());
            conversations.correct(id, texts.target());
        }
    }
}
