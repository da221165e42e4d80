package org.hydraworkbench.decode.choice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is looked at of a translation T of a sentence S; |T| and |S| are numbers of words and marks. */
public enum Trait {
    /** log P(T) / |T|, by the language model of n-grams. */
    LANGUAGE,
    /** log P(T) / 20. */
    LANGUAGE_IN_ALL,
    /** Mean over the words of T of their best log-probability given a word of S. */
    WORDS_FORWARD,
    /** Mean over the words of S of their best log-probability given a word of T. */
    WORDS_BACK,
    /** Share of the words of S that some word of T translates. */
    SOURCE_COVERED,
    /** Share of the words of T that translate some word of S. */
    TARGET_COVERED,
    /** Σ r³ · chrF(T, t) / (Σ r³ + 0.2) over pairs (s, t) that are like S by the ratio r. */
    LIKE_NEIGHBOURS,
    /** The highest r · chrF(T, t). */
    LIKE_NEAREST,
    /** Mean chrF against the ten best translations by phrases: the lowest risk by their lights (Kumar and Byrne 2004). */
    LIKE_PHRASES,
    /** Mean chrF against all candidates. */
    LIKE_ALL,
    /** Mean chrF against what models wrote. */
    LIKE_MODEL,
    /** What the search by phrases gave it, / |S|; where it did not find it, the least that it gave to any, less one. */
    PHRASE_SCORE,
    /** How much shorter than expected, the logarithm of the ratio; 0 where it is not. */
    SHORT,
    /** How much longer than expected. */
    LONG,
    /** 1 where the search by phrases found it. */
    FROM_PHRASES,
    /** 1 where it is the translation of a sentence that is like S. */
    FROM_MEMORY,
    /** 1 where it is such a one, repaired. */
    FROM_REPAIR,
    /** 1 where it is the gloss. */
    FROM_GLOSS,
    /** 1 where a model wrote it. */
    FROM_MODEL,
    /** How alike the sentence is from whose translation it is made. */
    RATIO,
    /** log P(T | S) by the model, a token of T. */
    MODEL_FORWARD,
    /** log P(T | S) / 20 by the model. */
    MODEL_FORWARD_IN_ALL,
    /** log P(S | T) by the model, a token of S; the usual value where it cannot write the language of S. */
    MODEL_BACK;

    /** What log-probabilities of whole sentences are divided by. */
    static final double SCALE = 20;

    /** Those that tell how well the words are known, whatever else was thought of. */
    static final Set<Trait> OF_WORDS = Collections.unmodifiableSet(
            EnumSet.of(LANGUAGE, WORDS_FORWARD, WORDS_BACK, SOURCE_COVERED, TARGET_COVERED, SHORT, LONG));

    /** Those that only a model knows; 0 where there is none. */
    static final Set<Trait> OF_MODEL =
            Collections.unmodifiableSet(EnumSet.of(LIKE_MODEL, FROM_MODEL, MODEL_FORWARD, MODEL_FORWARD_IN_ALL, MODEL_BACK));
}
