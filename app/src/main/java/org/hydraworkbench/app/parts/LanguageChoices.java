package org.hydraworkbench.app.parts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hydraworkbench.text.LanguageTag;

/** Languages to choose from, by name, as BCP 47 tags. Any tag may be typed: most languages are in no list. */
public final class LanguageChoices {

    /**
     * A language.
     *
     * @param tag its BCP 47 tag
     * @param name its name in the language of the window
     */
    public record Choice(String tag, String name) {
        @Override
        public String toString() {
            return name.equals(tag) ? tag : name + " (" + tag + ")";
        }
    }

    private static final int SUGGESTIONS = 12;
    private static final List<Choice> ALL = Stream.concat(
                    Arrays.stream(Locale.getISOLanguages()),
                    Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage))
            .filter(tag -> !tag.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(tag -> new Choice(tag, name(tag)))
            .filter(choice -> !choice.name().equals(choice.tag()))
            .sorted(Comparator.comparing(Choice::name))
            .toList();

    private LanguageChoices() {}

    /** The name of a language, or the tag where the name is not known. */
    public static String name(String tag) {
        return LanguageTag.of(tag).map(LanguageTag::displayName).orElse(tag);
    }

    /** How a language is shown where one is chosen: {@code Kabyle (kab)}. */
    public static String text(LanguageTag language) {
        return new Choice(language.toString(), language.displayName()).toString();
    }

    /** Languages whose name or tag begins like the text come first, then those that contain it. */
    public static List<Choice> suggest(String text) {
        String wanted = text.strip().toLowerCase(Locale.getDefault());
        return ALL.stream()
                .filter(choice -> score(choice, wanted) < 3)
                .sorted(Comparator.comparingInt(choice -> score(choice, wanted)))
                .limit(SUGGESTIONS)
                .toList();
    }

    private static int score(Choice choice, String wanted) {
        String name = choice.name().toLowerCase(Locale.getDefault());
        if (choice.tag().equals(wanted)) {
            return 0;
        }
        return name.startsWith(wanted) ? 1 : name.contains(wanted) ? 2 : 3;
    }

    /** The tag that is meant by {@code Kabyle (kab)}, {@code Kabyle} or {@code kab}; empty when the text is neither. */
    public static Optional<String> tag(String text) {
        String stripped = text.strip();
        for (Choice choice : ALL) {
            if (choice.name().equalsIgnoreCase(stripped) || choice.toString().equalsIgnoreCase(stripped)) {
                return Optional.of(choice.tag());
            }
        }
        int bracket = stripped.lastIndexOf('(');
        boolean bracketed = bracket > 0 && stripped.endsWith(")");
        String tag = bracketed ? stripped.substring(bracket + 1, stripped.length() - 1) : stripped;
        return LanguageTag.of(tag).map(LanguageTag::toString);
    }
}
