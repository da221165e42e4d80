package org.hydraworkbench.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * The name of a language by BCP 47 (RFC 5646), for example {@code kab}, {@code en} or {@code tt-Cyrl}, in its usual spelling.
 * Two tags are equal when they are spelled alike, so one that is accepted can name a row, a head and a folder.
 *
 * <p>A tag begins with the two or three letters of a language. What names none ({@code und-Latn}, {@code x-mine}) is refused,
 * as are longer first parts, which are well-formed but belong to no language: mostly they are names ({@code kabyle}). A
 * language without a code has the private ones {@code qaa} to {@code qtz}, with more said after {@code -x-}.
 */
public final class LanguageTag {

    /** A folder is called by the tag; the RFC asks programs for 35 at least (section 4.4.1). */
    private static final int MOST_CHARACTERS = 64;

    /** Languages whose code Windows keeps for a device and gives to no file: Aurá, Cofán, Nusa Laut, Prasun. */
    private static final Set<String> DEVICES = Set.of("aux", "con", "nul", "prn");

    private final String tag;

    /** Asked once; more than one thread may do so. */
    private volatile @Nullable Set<Direction> directions;

    private LanguageTag(String tag) {
        this.tag = tag;
    }

    /**
     * The language that is meant by {@code text}.
     *
     * @throws UsageException when it is not a tag of a language
     */
    public static LanguageTag parse(String text) throws UsageException {
        return of(text).orElseThrow(() -> new UsageException(
                "\"" + text + "\" is no language tag by BCP 47, which begins with the two or three letters of a language and is not"
                        + " longer than " + MOST_CHARACTERS + " characters: kab, en or tt-Cyrl, or qaa-x-NAME where a language"
                        + " has no letters of its own."));
    }

    /** The language that is meant by {@code text}, if it is a tag of one. */
    public static Optional<LanguageTag> of(String text) {
        try {
            // Java keeps the case of dialects and of some private parts; disks that know no case would mix them up.
            Locale locale = new Locale.Builder().setLanguageTag(text.strip().toLowerCase(Locale.ROOT)).build();
            String language = locale.getLanguage();
            boolean named = (language.length() == 2 || language.length() == 3) && !language.equals("und");
            String tag = locale.toLanguageTag();
            return named && tag.length() <= MOST_CHARACTERS ? Optional.of(new LanguageTag(tag)) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether text in the language {@code tag} serves where {@code wanted} is asked for: they are the same, or one of them says more of the
     * other, as {@code en-US} does of {@code en}. Both may be spelled as they are found in files: {@code EN_us}, {@code eng}.
     */
    public static boolean serves(String wanted, String tag) {
        String one = plain(wanted) + "-";
        String other = plain(tag) + "-";
        return one.startsWith(other) || other.startsWith(one);
    }

    /** A tag in small letters with hyphens, its language by three letters (ISO 639-2) where it has two and three. */
    private static String plain(String tag) {
        String[] parts = tag.strip().toLowerCase(Locale.ROOT).replace('_', '-').split("-", 2);
        try {
            parts[0] = Locale.of(parts[0]).getISO3Language();
        } catch (MissingResourceException e) {
            return String.join("-", parts);
        }
        return String.join("-", parts);
    }

    /** Its name in English, for prompts; the tag where there is none. */
    public String englishName() {
        return name(Locale.ENGLISH);
    }

    /** Its name in the language of the person; the tag where there is none. */
    public String displayName() {
        return name(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /**
     * Whether a person may call it so: by its name in English, of which the last word will do ({@code Frisian} for Western Frisian), in the
     * person's language or in itself, or by a tag that serves.
     */
    public boolean isCalled(String name) {
        String called = name.strip();
        String own = ULocale.forLanguageTag(tag).getDisplayLanguage(ULocale.forLanguageTag(tag));
        String english = englishName();
        return called.equalsIgnoreCase(english)
                || called.equalsIgnoreCase(english.substring(english.lastIndexOf(' ') + 1))
                || called.equalsIgnoreCase(displayName())
                || called.equalsIgnoreCase(own)
                || serves(tag, called);
    }

    private String name(Locale reader) {
        Locale locale = Locale.forLanguageTag(tag);
        boolean known = !locale.getDisplayLanguage(reader).equals(locale.getLanguage());
        return known ? locale.getDisplayName(reader) : tag;
    }

    /**
     * The scripts that it is written in: the one that the tag names, else all that the Unicode locale data (CLDR) know for it, the usual
     * one first. None where nobody knows.
     */
    public Set<UnicodeScript> scripts() {
        Set<UnicodeScript> scripts = new LinkedHashSet<>();
        codes().forEach(code -> script(code).ifPresent(scripts::add));
        return scripts;
    }

    /** ICU's codes of its scripts, the usual one first. */
    private Set<Integer> codes() {
        ULocale language = ULocale.forLanguageTag(tag);
        Set<Integer> codes = new LinkedHashSet<>();
        addCodes(language, codes);
        if (language.getScript().isEmpty()) {
            for (ULocale locale : ULocale.getAvailableLocales()) {
                if (locale.getLanguage().equals(language.getLanguage())) {
                    addCodes(locale, codes);
                }
            }
        }
        return codes;
    }

    private static void addCodes(ULocale locale, Set<Integer> codes) {
        int[] found = UScript.getCode(locale);
        if (found != null) {
            Arrays.stream(found).forEach(codes::add);
        }
    }

    /**
     * Which way a text in it runs: as its script does. Where it is written both ways (Kurdish, Punjabi) or nobody knows, and where the text
     * has letters of the other way only, the first letter of the text decides.
     */
    public Direction direction(String text) {
        Set<Direction> ways = directions;
        if (ways == null) {
            ways = codes().stream()
                    .map(code -> UScript.isRightToLeft(code) ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT)
                    .collect(Collectors.toSet());
            directions = ways;
        }
        Direction first = Direction.of(text);
        if (ways.size() != 1 || ways.contains(first)) {
            return first;
        }
        Direction own = first.opposite();
        return own.isIn(text) || !first.isIn(text) ? own : first;
    }

    /** A script by ICU's code; ICU may know younger ones than Java does. */
    private static Optional<UnicodeScript> script(int code) {
        String name = UScript.getName(code);
        return Arrays.stream(UnicodeScript.values()).filter(script -> script.name().equalsIgnoreCase(name)).findFirst();
    }

    /** What a file or folder of this language is called on every system: the tag, but for the four that Windows would not take. */
    public String fileName() {
        return DEVICES.contains(tag) ? tag + "_" : tag;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LanguageTag that && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }

    /** The tag. */
    @Override
    public String toString() {
        return tag;
    }
}
