package org.hydraworkbench.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against what the published trans-tokenization library made from the same tokenizers and text. */
class ReferenceMapperTest {

    private static Tokenizer source;
    private static Tokenizer target;
    private static ReferenceMapper.Result result;

    @BeforeAll
    static void map() throws Exception {
        source = Tokenizer.load(SharedData.require("mapping/tokenizers/eng-sp6000"));
        target = Tokenizer.load(SharedData.require("mapping/tokenizers/kab-sp3000"));
        var pairs = Bitexts.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz"));
        result = ReferenceMapper.map(source, target, PairSource.of(pairs), 10, 2, Progress.none());
    }

    @AfterAll
    static void close() {
        if (source != null) {
            source.close();
        }
        if (target != null) {
            target.close();
        }
    }

    @Test
    void countsEqualTheLibrarysInEveryEntry() throws Exception {
        JsonObject gold = json("mapping/eng-kab/counts.json.gz").getAsJsonObject().getAsJsonObject("counts");
        int entries = 0;
        for (Map.Entry<String, JsonElement> row : gold.entrySet()) {
            for (Map.Entry<String, JsonElement> cell : row.getValue().getAsJsonObject().entrySet()) {
                double ours = result.counts()
                        .get(target.id(row.getKey()).orElseThrow(), source.id(cell.getKey()).orElseThrow());
                assertThat(ours).as(row.getKey() + " " + cell.getKey()).isEqualTo(cell.getValue().getAsDouble());
                entries++;
            }
        }
        assertThat(entries).isEqualTo(1099);
        assertThat(result.counts().size()).isEqualTo(entries);
    }

    @Test
    void rowsThatNeededNoCompletionEqualTheLibrarys() throws Exception {
        JsonArray gold = json("mapping/eng-kab/mapping.json.gz").getAsJsonArray();
        int compared = 0;
        for (JsonElement element : gold) {
            int t = target.id(element.getAsJsonArray().get(0).getAsString()).orElseThrow();
            MappingRow row = result.mapping().row(t);
            if (row.origin() == Origin.COMPLETED || row.origin() == Origin.UNKNOWN) {
                continue;
            }
            JsonArray cells = element.getAsJsonArray().get(1).getAsJsonArray();
            assertThat(row.size()).as(target.piece(t)).isEqualTo(cells.size());
            for (JsonElement cell : cells) {
                int o = source.id(cell.getAsJsonArray().get(0).getAsString()).orElseThrow();
                double p = cell.getAsJsonArray().get(1).getAsDouble();
                assertThat(weight(row, o)).as(target.piece(t)).isCloseTo(p, within(1e-9));
            }
            compared++;
        }
        assertThat(gold.size()).isEqualTo(target.size());
        assertThat(compared).isGreaterThan(400);
    }

    @Test
    void everyRowSumsToOne() {
        for (int t = 0; t < target.size(); t++) {
            double sum = 0;
            for (double weight : result.mapping().row(t).weights()) {
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void threadsDoNotChangeABit() throws Exception {
        var pairs = Bitexts.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz")).subList(0, 2000);
        var one = ReferenceMapper.map(source, target, PairSource.of(pairs), 10, 1, Progress.none());
        var five = ReferenceMapper.map(source, target, PairSource.of(pairs), 10, 5, Progress.none());
        for (int t = 0; t < target.size(); t++) {
            assertThat(five.mapping().row(t)).isEqualTo(one.mapping().row(t));
        }
    }

    @Test
    void aMinimumCountBelowOneIsRefused() {
        assertThatThrownBy(() -> ReferenceMapper.map(source, target, PairSource.of(List.of()), 0, 1, Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("at least 1");
    }

    private static double weight(MappingRow row, int source) {
        for (int k = 0; k < row.size(); k++) {
            if (row.sources()[k] == source) {
                return row.weights()[k];
            }
        }
        return 0;
    }

    private static JsonElement json(String name) throws Exception {
        Path file = SharedData.require(name);
        try (Reader reader =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader);
        }
    }
}
