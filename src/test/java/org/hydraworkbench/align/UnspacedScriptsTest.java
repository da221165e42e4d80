package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;

/** Words of languages that write no spaces find their partners, in corpora of all sentences that a few words make. */
class UnspacedScriptsTest {

    @Test
    void chineseWordsAreLinked() throws HydraException {
        Map<String, String> words = linked(
                List.of("我=I", "他们=they", "我们=we", "你=you"),
                List.of("喜欢=like", "看见=see", "需要=need"),
                List.of("猫=cats", "狗=dogs", "书=books", "水=water"),
                "。");
        assertThat(words).containsAllEntriesOf(Map.of(
                "我", "I", "我们", "we", "你", "you", "喜欢", "like", "看见", "see", "猫", "cats", "书", "books", "水", "water"));
    }

    @Test
    void thaiWordsAreLinked() throws HydraException {
        Map<String, String> words = linked(
                List.of("ฉัน=I", "ท่าน=sir", "เรา=we", "คุณ=you"),
                List.of("ชอบ=like", "เห็น=see", "ต้องการ=need"),
                List.of("แมว=cats", "สุนัข=dogs", "หนังสือ=books", "น้ำ=water"),
                "");
        assertThat(words).containsAllEntriesOf(Map.of(
                "ฉัน", "I", "เรา", "we", "คุณ", "you", "ชอบ", "like", "ต้องการ", "need", "แมว", "cats", "หนังสือ", "books"));
    }

    /** The partner of each source word in all sentences; a word with several partners is given none. */
    private static Map<String, String> linked(List<String> subjects, List<String> verbs, List<String> objects, String end)
            throws HydraException {
        List<SentencePair> pairs = new ArrayList<>();
        for (String[] s : split(subjects)) {
            for (String[] v : split(verbs)) {
                for (String[] o : split(objects)) {
                    pairs.add(new SentencePair(s[0] + v[0] + o[0] + end, s[1] + " " + v[1] + " " + o[1] + (end.isEmpty() ? "" : ".")));
                }
            }
        }
        Segmenter words = Segmenter.of(Unit.WORD, null);
        AlignOptions options = AlignOptions.defaults()
                .withModel(AlignmentMethod.IBM1)
                .withSymmetrization(Symmetrization.INTERSECT)
                .withThreads(1);
        Aligned aligned = Aligned.of(pairs, words, words, options);
        Map<String, String> partners = new HashMap<>();
        for (int p = 0; p < pairs.size(); p++) {
            String[] source = words.segment(pairs.get(p).source()).forms();
            String[] target = words.segment(pairs.get(p).target()).forms();
            for (Link link : aligned.links().get(p).links()) {
                partners.merge(source[link.source()], target[link.target()], (a, b) -> a.equals(b) ? a : "several");
            }
        }
        return partners;
    }

    private static List<String[]> split(List<String> entries) {
        return entries.stream().map(entry -> entry.split("=")).toList();
    }
}
