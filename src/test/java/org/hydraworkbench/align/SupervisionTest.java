package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.AlignmentMetrics;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.model.Supervision.Entry;
import org.hydraworkbench.align.model.Supervision.Verdict;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.testing.LinkFiles;
import org.hydraworkbench.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person said, on the hand-aligned French and English of ALIBI. */
class SupervisionTest {

    private static final int PAIRS = 200;

    @ParameterizedTest
    @EnumSource(AlignmentMethod.class)
    void aConfirmedPairHasExactlyItsLinks(AlignmentMethod model) throws HydraException {
        Alignment gold = gold().getFirst();
        Links links = links(data().withSupervision(pair(0, new Verdict(gold, true))), options().withModel(model));
        assertThat(cells(links.get(0))).isEqualTo(cells(gold));
        assertThat(links.get(0).links()).allMatch(link -> link.confidence() == 1f);
    }

    @ParameterizedTest
    @EnumSource(AlignmentMethod.class)
    void aRejectedLinkDoesNotComeBackAndAConfirmedOneIsThere(AlignmentMethod model) throws HydraException {
        AlignOptions options = options().withModel(model).withSymmetrization(model.symmetrization());
        List<Link> found = links(data(), options).get(0).links();
        List<Link> said = new ArrayList<>();
        found.stream().filter(link -> link.source() % 2 == 0).forEach(link -> said.add(new Link(link.source(), link.target(), LinkState.REJECTED, 1f)));
        Link unlikely = Link.sure(0, data().bitext().target().length(0) - 1);
        said.add(unlikely);
        Alignment verdict = Alignment.of(said);
        Alignment now = links(data().withSupervision(pair(0, new Verdict(verdict, false))), options).get(0);
        for (Link link : now.links()) {
            assertThat(verdict.state(link.source(), link.target())).isNotEqualTo(LinkState.REJECTED);
        }
        assertThat(now.links()).contains(unlikely);
        assertThat(now.links()).hasSizeGreaterThan(1);
    }

    @Test
    void aPairThatIsTooLongForTheModelHasItsConfirmedLinks() throws HydraException {
        Alignment said = Alignment.of(List.of(Link.sure(0, 0)));
        Links links = links(data().withSupervision(pair(0, new Verdict(said, false))), options().withLongest(2));
        assertThat(links.get(0)).isEqualTo(said);
    }

    @Test
    void aConfirmedLinkThatCannotBeStoredIsAnErrorThatNamesItsPair() {
        List<String> endless = Collections.nCopies(Links.MOST_UNITS + 1, "unit");
        IndexedBitext bitext = new IndexedBitext.Builder().add(List.of("a"), List.of("b")).add(List.of("a"), endless).build();
        Verdict verdict = new Verdict(Alignment.of(List.of(Link.sure(0, Links.MOST_UNITS))), false);
        assertThatThrownBy(() -> links(TrainingData.of(bitext).withSupervision(pair(1, verdict)), options()))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("Pair 2");
    }

    @Test
    void confirmedPairsTeachTheOthers() throws HydraException {
        List<Alignment> gold = gold();
        Map<Integer, Verdict> verdicts = new HashMap<>();
        List<Alignment> others = new ArrayList<>();
        for (int p = 0; p < PAIRS; p++) {
            if (p % 2 == 0) {
                verdicts.put(p, new Verdict(gold.get(p), true));
            } else {
                others.add(gold.get(p));
            }
        }
        assertThat(oddAer(others, links(data().withSupervision(new Supervision(List.of(), verdicts)), options())))
                .isLessThan(oddAer(others, links(data(), options())) - 0.005);
    }

    private static double oddAer(List<Alignment> gold, Links links) {
        List<Alignment> found = new ArrayList<>();
        for (int p = 1; p < PAIRS; p += 2) {
            found.add(links.get(p));
        }
        return AlignmentMetrics.score(gold, found).aer();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void theSameBitsWithAnyNumberOfThreads(int threads) throws HydraException {
        IndexedBitext bitext = GeneratedBitext.of(6 * TypePairs.PAIRS_A_TASK, 9);
        Map<Integer, Verdict> verdicts = new HashMap<>();
        for (int p = 0; p < bitext.size(); p += 101) {
            verdicts.put(p, new Verdict(Alignment.of(List.of(Link.sure(0, 0))), p % 2 == 0));
        }
        TrainingData cold = TrainingData.of(bitext)
                .withSupervision(new Supervision(List.of(new Entry(List.of("w3"), List.of("z21"))), verdicts));
        Links one = links(cold, options().withThreads(1));
        Links many = links(cold, options().withThreads(threads));
        assertThat(many).usingRecursiveComparison().isEqualTo(one);
        Links oneWarm = links(cold.withStart(one), options().withThreads(1));
        Links manyWarm = links(cold.withStart(one), options().withThreads(threads));
        assertThat(manyWarm).usingRecursiveComparison().isEqualTo(oneWarm);
    }

    @Test
    void aGlossaryLinksMostWordsThatItNamesAndThatNothingElseLinked() throws HydraException {
        List<Alignment> gold = gold();
        IndexedBitext bitext = data().bitext();
        Links without = links(data(), options());
        List<Entry> glossary = new ArrayList<>(List.of(new Entry(List.of("in no sentence"), List.of("nor this"))));
        Map<Integer, List<Link>> missed = new HashMap<>();
        for (int p = 0; p < PAIRS; p++) {
            for (Link link : gold.get(p).links()) {
                String source = bitext.source().forms(p).get(link.source());
                String target = bitext.target().forms(p).get(link.target());
                if (isTheOnlyOneOfItsWords(link, gold.get(p))
                        && Math.min(source.length(), target.length()) > 3
                        && without.get(p).state(link.source(), link.target()) == null) {
                    glossary.add(new Entry(List.of(source.toUpperCase(Locale.ROOT)), List.of(target)));
                    missed.computeIfAbsent(p, pair -> new ArrayList<>()).add(link);
                }
            }
        }
        Links with = links(data().withSupervision(new Supervision(glossary, Map.of())), options());
        int found = 0;
        for (var pair : missed.entrySet()) {
            for (Link link : pair.getValue()) {
                found += with.get(pair.getKey()).state(link.source(), link.target()) == null ? 0 : 1;
            }
        }
        assertThat(glossary).hasSizeGreaterThan(40);
        assertThat(found).isGreaterThan(glossary.size() * 4 / 5);
    }

    private static boolean isTheOnlyOneOfItsWords(Link link, Alignment of) {
        return of.links().stream().filter(other -> other.source() == link.source() || other.target() == link.target()).count() == 1;
    }

    @Test
    void goingOnFromLinksChangesLittle() throws HydraException {
        Links cold = links(data(), options().withPasses(0));
        Links warm = links(data().withStart(cold), options().withPasses(0));
        int same = 0;
        for (int p = 0; p < PAIRS; p++) {
            Set<List<Integer>> both = cells(cold.get(p));
            both.retainAll(cells(warm.get(p)));
            same += both.size();
        }
        assertThat(2.0 * same / (cold.total() + warm.total())).isGreaterThan(0.9);
    }

    @Test
    void aVerdictBeyondItsPairIsRefused() throws HydraException {
        Verdict verdict = new Verdict(Alignment.of(List.of(Link.sure(0, 500))), true);
        assertThatThrownBy(() -> data().withSupervision(pair(0, verdict))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> data().withSupervision(pair(PAIRS, new Verdict(Alignment.empty(), true))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Supervision pair(int pair, Verdict verdict) {
        return new Supervision(List.of(), Map.of(pair, verdict));
    }

    private static Set<List<Integer>> cells(Alignment alignment) {
        Set<List<Integer>> cells = new HashSet<>();
        alignment.links().forEach(link -> cells.add(List.of(link.source(), link.target())));
        return cells;
    }

    private static AlignOptions options() {
        return AlignOptions.defaults().withModel(AlignmentMethod.HMM_FERTILITY).withThreads(2).withPasses(8);
    }

    private static Links links(TrainingData data, AlignOptions options) throws HydraException {
        return Aligned.links(data, options);
    }

    private static List<Alignment> gold() throws HydraException {
        return LinkFiles.readAll(SharedData.require("align-gold/alibi-fra-eng/gold.talp")).subList(0, PAIRS);
    }

    private static TrainingData data() throws HydraException {
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        for (SentencePair pair :
                Bitexts.readAll(SharedData.require("align-gold/alibi-fra-eng/bitext.gz")).subList(0, PAIRS)) {
            builder.add(List.of(pair.source().split(" ")), List.of(pair.target().split(" ")));
        }
        return TrainingData.of(builder.build());
    }
}
