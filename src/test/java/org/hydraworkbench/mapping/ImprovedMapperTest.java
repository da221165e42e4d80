package org.hydraworkbench.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.IntSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hydraworkbench.align.Aligned;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImprovedMapperTest {

    private static final EvidenceWeights WEIGHTS = EvidenceWeights.defaults();
    private static final List<String> SOURCE = List.of("▁house", "▁book", "▁sho", "ps", "▁the", ".", "▁7", "7", "▁Tom", "é");
    private static final List<String> TARGET =
            List.of("▁axxam", "▁ad", "lis", "▁adlis", "▁ti", "ḥuna", ".", "▁7", "7", "▁Tom", "▁axx", "ẓ");

    @TempDir
    Path folder;

    private Tokenizer source;
    private Tokenizer target;
    private Segmenter sourceUnits;
    private Segmenter targetUnits;
    private final Evidence evidence = new Evidence();

    @BeforeEach
    void load() throws Exception {
        source = TinyTokenizers.sentencePiece(folder.resolve("s"), roles("unk", "bos", "eos", "pad"), SOURCE);
        target = TinyTokenizers.sentencePiece(folder.resolve("t"), roles("unk", "bos", "eos", "pad"), TARGET);
        sourceUnits = Segmenter.of(Unit.UNIT, source);
        targetUnits = Segmenter.of(Unit.UNIT, target);
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    @Test
    void aLinkOfSinglePiecesCountsItsConfidence() throws Exception {
        add(1, "house", "axxam", WEIGHTS.byMachine(new Link(0, 0, LinkState.SURE, 0.25f)));
        assertThat(evidence.row(t("▁axxam"))).isEqualTo(Map.of(s("▁house"), 0.25));
    }

    @Test
    void piecesShareALinkByTheCharactersTheyCover() throws Exception {
        // shops = sho + ps (3 and 2 of 5 characters), tiḥuna = ti + ḥuna (2 and 4 of 6)
        add(1, "shops", "tiḥuna", new WeightedLink(0, 0, 1));
        assertThat(evidence.row(t("▁ti")).get(s("▁sho"))).isCloseTo(3 / 5.0 * 2 / 6.0, within(1e-12));
        assertThat(evidence.row(t("▁ti")).get(s("ps"))).isCloseTo(2 / 5.0 * 2 / 6.0, within(1e-12));
        assertThat(evidence.row(t("ḥuna")).get(s("▁sho"))).isCloseTo(3 / 5.0 * 4 / 6.0, within(1e-12));
    }

    @Test
    void whatAPersonSaysOutweighsTheModel() {
        assertThat(WEIGHTS.byPerson(Link.sure(0, 0)).weight()).isEqualTo(10);
        assertThat(WEIGHTS.byPerson(Link.possible(0, 0)).weight()).isEqualTo(5);
        assertThat(WEIGHTS.byPerson(new Link(0, 0, LinkState.REJECTED, 1f)).weight()).isZero();
    }

    @Test
    void takingAnEditBackRestoresEveryRowToTheBit() throws HydraException {
        Random random = new Random(3);
        for (int p = 0; p < 50; p++) {
            add(p, "the house", "axxam adlis", new WeightedLink(1, 0, random.nextDouble()),
                    new WeightedLink(0, 1, random.nextDouble()));
        }
        ImprovedMapper mapper = mapper();
        TokenMapping before = mapper.full(Progress.none());
        List<WeightedLink> old = List.of(new WeightedLink(0, 0, 0.3));
        List<WeightedLink> edited = List.of(new WeightedLink(0, 0, 10), new WeightedLink(1, 1, 5));
        Segmentation from = sourceUnits.segment("book house");
        Segmentation to = targetUnits.segment("axxam tiḥuna");
        mapper.update(evidence.replace(99, from, to, List.of(), old));
        Map<Integer, MappingRow> there = mapper.update(evidence.replace(99, from, to, old, edited));
        assertThat(there).containsKeys(t("▁axxam"), t("▁ti"), t("ḥuna"));
        mapper.update(evidence.replace(99, from, to, edited, List.of()));
        TokenMapping after = mapper.full(Progress.none());
        for (int t = 0; t < target.size(); t++) {
            assertThat(after.row(t)).isEqualTo(before.row(t));
        }
    }

    @Test
    void onlyTheRowsOfTheEditedUnitAndWhatIsCompletedFromThemChange() throws HydraException {
        add(1, "house", "axxam", new WeightedLink(0, 0, 1));
        add(2, "book", "adlis", new WeightedLink(0, 0, 1));
        ImprovedMapper mapper = mapper();
        TokenMapping before = mapper.full(Progress.none());
        assertThat(before.origin(t("▁axx"))).isEqualTo(Origin.COMPLETED);
        IntSet touched = evidence.add(
                3, sourceUnits.segment("book"), targetUnits.segment("axxam"), List.of(new WeightedLink(0, 0, 10)));
        assertThat(touched).containsExactly(t("▁axxam"));
        Map<Integer, MappingRow> changed = mapper.update(touched);
        assertThat(changed).containsOnlyKeys(t("▁axxam"), t("▁axx"));
        assertThat(changed.get(t("▁axxam")).sources()[0]).isEqualTo(s("▁book"));
    }

    @Test
    void updatesGiveWhatAFullRunWouldGive() throws HydraException {
        ImprovedMapper mapper = mapper();
        mapper.full(Progress.none());
        String[] from = {"the house", "book .", "shops Tom", "house book shops"};
        String[] to = {"axxam adlis", "adlis .", "tiḥuna Tom ẓ", "tiḥuna axxam"};
        Random random = new Random(5);
        Map<Integer, List<WeightedLink>> current = new LinkedHashMap<>();
        for (int step = 0; step < 200; step++) {
            int k = random.nextInt(from.length);
            Segmentation a = sourceUnits.segment(from[k]);
            Segmentation b = targetUnits.segment(to[k]);
            List<WeightedLink> now = new ArrayList<>();
            for (int i = 0; i < a.size(); i++) {
                if (random.nextBoolean()) {
                    now.add(new WeightedLink(i, random.nextInt(b.size()), random.nextInt(3)));
                }
            }
            mapper.update(evidence.replace(k, a, b, current.getOrDefault(k, List.of()), now));
            current.put(k, now);
        }
        TokenMapping incremental = mapper.full(Progress.none());
        Evidence fresh = new Evidence();
        for (Map.Entry<Integer, List<WeightedLink>> pair : current.entrySet()) {
            int k = pair.getKey();
            fresh.add(k, sourceUnits.segment(from[k]), targetUnits.segment(to[k]), pair.getValue());
        }
        TokenMapping full = new ImprovedMapper(source, target, fresh, 0, Progress.none()).full(Progress.none());
        for (int t = 0; t < target.size(); t++) {
            assertThat(incremental.row(t).origin()).isEqualTo(full.row(t).origin());
            assertThat(incremental.row(t).weights()).containsExactly(full.row(t).weights(), within(1e-12));
        }
    }

    @Test
    void predefinedEntriesStandOnlyWhereThereIsNoEvidence() throws HydraException {
        add(1, "house", "Tom", new WeightedLink(0, 0, 1));
        TokenMapping mapping = mapper().full(Progress.none());
        assertThat(mapping.row(t("▁Tom")).sources()).containsExactly(s("▁house"));
        assertThat(mapping.origin(t("▁Tom"))).isEqualTo(Origin.EVIDENCE);
        assertThat(mapping.row(t(".")).sources()).containsExactly(s("."));
        assertThat(mapping.origin(t("."))).isEqualTo(Origin.BACKOFF);
        assertThat(mapping.row(t("▁7")).sources()).containsExactly(s("▁7"));
    }

    @Test
    void specialTokensGoByRoleAndTheUnknownRestToTheSourcesUnknown() throws HydraException {
        TokenMapping mapping = mapper().full(Progress.none());
        assertThat(mapping.row(t("<pad>"))).isEqualTo(MappingRow.single(t("<pad>"), s("<pad>"), Origin.SPECIAL));
        assertThat(mapping.row(t("ẓ"))).isEqualTo(MappingRow.single(t("ẓ"), s("<unk>"), Origin.UNKNOWN));
    }

    @Test
    void withoutAnUnknownTokenNothingIsMappedToTheBeginning() throws Exception {
        try (Tokenizer llama = TinyTokenizers.byteLevel(folder.resolve("l"), roles("bos", "eos"), List.of("Ġhouse"))) {
            TokenMapping mapping =
                    new ImprovedMapper(llama, target, evidence, 0, Progress.none()).full(Progress.none());
            int bos = llama.special().bos().orElseThrow();
            for (int t = 0; t < target.size(); t++) {
                if (t != t("<bos>")) {
                    assertThat(mapping.row(t).sources()).as(target.piece(t)).doesNotContain(bos);
                }
            }
            assertThat(mapping.row(t("<pad>")).size()).isZero();
            assertThat(mapping.origin(t("ẓ"))).isEqualTo(Origin.UNKNOWN);
        }
    }

    @Test
    void theFallbackIsTheOldTokenizersUnknownNotTheNewOnes() throws Exception {
        try (Tokenizer shifted = TinyTokenizers.sentencePiece(
                folder.resolve("x"), roles("bos", "eos", "pad", "unk"), SOURCE)) {
            TokenMapping mapping =
                    new ImprovedMapper(shifted, target, evidence, 0, Progress.none()).full(Progress.none());
            assertThat(shifted.special().unk()).isNotEqualTo(target.special().unk());
            assertThat(mapping.row(t("ẓ")).sources())
                    .containsExactly(shifted.special().unk().orElseThrow());
        }
    }

    @Test
    void aMinimumCountDropsSmallCells() throws HydraException {
        add(1, "house", "axxam", new WeightedLink(0, 0, 3));
        add(2, "book", "axxam", new WeightedLink(0, 0, 1));
        TokenMapping mapping = new ImprovedMapper(source, target, evidence, 2, Progress.none())
                .full(Progress.none());
        assertThat(mapping.row(t("▁axxam")).sources()).containsExactly(s("▁house"));
    }

    @Test
    void aCellKeepsAtMostFiveExamplesAndForgetsThoseThatLostTheirLink() throws Exception {
        for (int p = 10; p < 20; p++) {
            add(p, "house", "axxam", new WeightedLink(0, 0, 1));
        }
        assertThat(evidence.examples(t("▁axxam"), s("▁house"))).containsExactly(10, 11, 12, 13, 14);
        assertThat(evidence.links(t("▁axxam"))).isEqualTo(10);
        evidence.replace(11, sourceUnits.segment("house"), targetUnits.segment("axxam"),
                List.of(new WeightedLink(0, 0, 1)), List.of());
        assertThat(evidence.examples(t("▁axxam"), s("▁house"))).containsExactly(10, 12, 13, 14);
    }

    @Test
    void savedEvidenceComesBackToTheBit() throws HydraException {
        for (int p = 0; p < 9; p++) {
            add(p, "shops book", "tiḥuna adlis", new WeightedLink(0, 0, 0.1 * p), new WeightedLink(1, 1, 1 / 3.0));
        }
        Path file = folder.resolve("evidence");
        evidence.save(file);
        Evidence loaded = Evidence.load(file);
        assertThat(loaded.targets()).isEqualTo(evidence.targets());
        for (int t : evidence.targets()) {
            assertThat(loaded.row(t)).isEqualTo(evidence.row(t));
            for (int o : evidence.row(t).keySet()) {
                assertThat(loaded.examples(t, o)).isEqualTo(evidence.examples(t, o));
            }
        }
    }

    @Test
    void wordsKnowTheirTokensWhenTheyAreLinkedInsteadOfUnits() throws HydraException {
        Segmentation from = Segmenter.of(Unit.GIVEN, source).segment("the house.");
        Segmentation to = Segmenter.of(Unit.GIVEN, target).segment("axxam .");
        evidence.add(1, from, to, List.of(new WeightedLink(1, 0, 1)));
        assertThat(evidence.row(t("▁axxam")).get(s("▁house"))).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(evidence.row(t("▁axxam")).get(s("."))).isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void mostOfTheDemosVocabularyIsCoveredByLinks() throws Exception {
        try (Tokenizer english = Tokenizer.load(SharedData.require("mapping/tokenizers/eng-sp6000"));
                Tokenizer kabyle = Tokenizer.load(SharedData.require("mapping/tokenizers/kab-sp3000"))) {
            var pairs = Bitexts.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz"));
            Segmenter from = Segmenter.of(Unit.UNIT, english);
            Segmenter to = Segmenter.of(Unit.UNIT, kabyle);
            var links = Aligned.of(pairs, from, to, AlignOptions.defaults()).links();
            Evidence real = EvidenceCollector.collect(
                    PairSource.of(pairs), from, to, (p, a, b) -> links.get(p), WEIGHTS, Progress.none());
            ImprovedMapper mapper = new ImprovedMapper(english, kabyle, real, 0, Progress.none());
            MappingStats stats = MappingStats.of(mapper.full(Progress.none()));
            assertThat(stats.coverage()).isGreaterThan(0.9);
            assertThat(stats.count(Origin.SPECIAL)).isEqualTo(4);
            int axxam = kabyle.id("▁axxam").orElseThrow();
            assertThat(english.piece(mapper.full(Progress.none()).row(axxam).sources()[0])).isEqualTo("▁house");
        }
    }

    private ImprovedMapper mapper() throws HydraException {
        return new ImprovedMapper(source, target, evidence, 0, Progress.none());
    }

    private void add(int pair, String from, String to, WeightedLink... links) throws HydraException {
        evidence.add(pair, sourceUnits.segment(from), targetUnits.segment(to), List.of(links));
    }

    private int s(String piece) {
        return source.id(piece).orElseThrow();
    }

    private int t(String piece) {
        return target.id(piece).orElseThrow();
    }

    private static Map<String, String> roles(String... names) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (String name : names) {
            roles.put(name, "<" + name + ">");
        }
        return roles;
    }
}
