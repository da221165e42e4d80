package org.hydraworkbench.app.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;

/**
 * Takes the tokens of one answer on the tensor thread and gives them out on the JavaFX thread, which looks when it likes. Also
 * the way to stop the answer.
 */
final class AnswerStream implements TranslationListener, Progress {

    private final Queue<AnswerToken> waiting = new ConcurrentLinkedQueue<>();
    private final Set<Integer> edited;
    private final String editedLanguage;
    private volatile boolean stopped;
    private String shown = "";

    /** @param editedIds tokens whose rows in the tables of {@code editedLanguage} are moved by edits */
    AnswerStream(int[] editedIds, String editedLanguage) {
        this.edited = IntStream.of(editedIds).boxed().collect(Collectors.toSet());
        this.editedLanguage = editedLanguage;
    }

    @Override
    public boolean token(Translation.Token token, String text) {
        String added = text.startsWith(shown) ? text.substring(shown.length()) : "";
        shown = text.startsWith(shown) ? text : shown;
        String language = token.language().toString();
        boolean moved = language.equals(editedLanguage) && edited.contains(token.id());
        waiting.add(new AnswerToken(token.id(), token.piece(), added, token.probability(), language, moved));
        return !stopped;
    }

    /** What came since the last time. */
    List<AnswerToken> take() {
        List<AnswerToken> taken = new ArrayList<>();
        for (AnswerToken token = waiting.poll(); token != null; token = waiting.poll()) {
            taken.add(token);
        }
        return taken;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public boolean isCancelled() {
        return stopped;
    }

    @Override
    public void update(long done, long total) {}

    @Override
    public void message(String text) {}

    @Override
    public void log(String line) {}
}
