package org.hydraworkbench.app.corpus;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.corpora.ImportPreview;
import org.hydraworkbench.project.corpora.SidesGuess;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.LetterScripts;
import org.hydraworkbench.text.Side;

/**
 * Why a text may not be in the project's languages.
 *
 * @param reasons a sentence each; none when it may well be
 * @param swapHelps whether the sides would fit if they were swapped
 */
public record ImportDoubts(List<String> reasons, boolean swapHelps) {

    static final ImportDoubts NONE = new ImportDoubts(List.of(), false);

    public ImportDoubts {
        reasons = List.copyOf(reasons);
    }

    static ImportDoubts of(ImportPreview text, ProjectInfo project) {
        LanguageTag source = project.sourceLanguage();
        LanguageTag target = project.targetLanguage();
        List<String> reasons = new ArrayList<>();
        if (!text.languages().isEmpty() && !text.named()) {
            reasons.add(Texts.format(
                    "corpus.doubt.languages",
                    name(text.languages().getFirst()),
                    name(text.languages().getLast()),
                    source.displayName(),
                    target.displayName()));
        }
        addScript(reasons, Side.SOURCE, text.source(), source);
        addScript(reasons, Side.TARGET, text.target(), target);
        SidesGuess.Evidence swapped = text.sides().by();
        if (swapped != SidesGuess.Evidence.NONE && swapped != SidesGuess.Evidence.SCRIPTS) {
            reasons.add(text.sides().sentence());
        }
        return new ImportDoubts(reasons, swapped != SidesGuess.Evidence.NONE);
    }

    /** What a person calls the language of a tag, which may be anything. */
    static String name(String tag) {
        return LanguageTag.of(tag).map(LanguageTag::displayName).orElse(tag);
    }

    private static void addScript(List<String> reasons, Side side, LetterScripts letters, LanguageTag language) {
        UnicodeScript most = letters.most().orElse(null);
        if (most != null && !letters.fit(language.scripts())) {
            reasons.add(Texts.format(
                    side == Side.SOURCE ? "corpus.doubt.left" : "corpus.doubt.right",
                    LetterScripts.displayName(most),
                    language.displayName(),
                    language.scripts().stream()
                            .map(LetterScripts::displayName)
                            .collect(Collectors.joining(Texts.get("corpus.doubt.or")))));
        }
    }
}
