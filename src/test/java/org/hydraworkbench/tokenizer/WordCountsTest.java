package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class WordCountsTest {

    @Property(tries = 200)
    void countsLikeAMap(@ForAll @Size(max = 300) List<@NotEmpty @AlphaChars @StringLength(max = 20) String> words) {
        WordCounts counts = new WordCounts();
        Map<String, Long> expected = new HashMap<>();
        for (String word : words) {
            byte[] bytes = Arrays.copyOf(word.getBytes(StandardCharsets.UTF_8), word.length() + 8);
            counts.add(bytes, 0, word.length(), 3);
            expected.merge(word, 3L, Long::sum);
        }
        WordCounts twice = new WordCounts();
        twice.addAll(counts);
        twice.addAll(counts);
        Map<String, Long> found = new HashMap<>();
        for (int i = 0; i < twice.size(); i++) {
            int start = twice.start(i);
            found.put(new String(twice.keys(), start, twice.end(i) - start, StandardCharsets.UTF_8), twice.count(i) / 2);
        }
        assertThat(found).isEqualTo(expected);
    }
}
