package org.hydraworkbench.project.translation;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.choice.Knowledge.Said;
import org.hydraworkbench.project.conversations.Conversations;
import org.hydraworkbench.project.conversations.Exchange;
import org.hydraworkbench.project.corpora.TrainingPairs;
import org.hydraworkbench.project.edits.Glossary;
import org.hydraworkbench.project.links.PairEvidence;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.text.LanguageTag;

/**
 * What a project's sentences teach about translating: pairs for training by the links of the alignment in use, those that a person edited or
 * confirmed by what that person says and before all others, those that were rejected not at all; and the glossary. What a person confirmed, or wrote in the
 * place of an answer, is the translation of that very sentence. What is said later is taken in without learning again. Safe for use by
 * several threads.
 */
public final class LiveKnowledge {

    private static final int NONE = -1;

    private final Database database;
    private final Conversations conversations;
    private final Glossary glossary;
    private final PairCutting cutting;
    private final LanguageTag from;
    private final LanguageTag to;
    private final Knowledge knowledge;
    /** The numbers of the project's pairs as they were learnt. */
    private final Long2IntOpenHashMap built;
    /** The numbers of those of which a person said something, as that person says. */
    private final Long2IntOpenHashMap said = numbers();
    private final Int2LongOpenHashMap pairs = new Int2LongOpenHashMap();
    private final Map<Long, Corrected> corrections = new HashMap<>();
    /** The glossary, in the direction of the translation. */
    private List<SentencePair> terms = List.of();

    /** How an answer was put right, with its number here. */
    private record Corrected(String correction, int number) {}

    private LiveKnowledge(
            Database database,
            Conversations conversations,
            Glossary glossary,
            PairCutting cutting,
            LanguageTag from,
            LanguageTag to,
            Knowledge knowledge,
            Long2IntOpenHashMap built) {
        this.database = database;
        this.conversations = conversations;
        this.glossary = glossary;
        this.cutting = cutting;
        this.from = from;
        this.to = to;
        this.knowledge = knowledge;
        this.built = built;
        built.forEach((pair, number) -> pairs.put((int) number, (long) pair));
    }

    static LiveKnowledge learn(
            Database database,
            Conversations conversations,
            Glossary glossary,
            PairCutting cutting,
            LanguageTag from,
            LanguageTag to,
            Progress progress)
            throws HydraException {
        progress.message("Phrases of the project");
        Knowledge.Builder builder = new Knowledge.Builder();
        Long2IntOpenHashMap built = numbers();
        TrainingPairs training = new TrainingPairs(database);
        for (TrainingPairs.Pair pair = training.nextPair(); pair != null; pair = training.nextPair()) {
            progress.checkCancelled();
            built.put(pair.id(), builder.add(cutting.turned(pair.texts()), cutting.byMachine(pair.id(), pair.texts())));
        }
        Knowledge knowledge = builder.build(cutting::unaligned);
        LiveKnowledge live = new LiveKnowledge(database, conversations, glossary, cutting, from, to, knowledge, built);
        live.update();
        return live;
    }

    private static Long2IntOpenHashMap numbers() {
        Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
        numbers.defaultReturnValue(NONE);
        return numbers;
    }

    /** What is known now. It goes on with this. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** The pair of the project that has a number in {@link #knowledge}; empty for a correction in a conversation. */
    public synchronized OptionalLong pair(int number) {
        return pairs.containsKey(number) ? OptionalLong.of(pairs.get(number)) : OptionalLong.empty();
    }

    /** Takes in whatever a person said, or took back, since. */
    public synchronized void update() throws HydraException {
        Set<Long> touched = PairEvidence.touched(database);
        Set<Long> all = new HashSet<>(touched);
        all.addAll(said.keySet());
        settle(all, touched);
    }

    /** The same where it is known of which pairs, and of answers. */
    public synchronized void update(Collection<Long> changed) throws HydraException {
        settle(changed, PairEvidence.touched(database));
    }

    private void settle(Collection<Long> changed, Set<Long> touched) throws HydraException {
        List<Said> now = new ArrayList<>();
        List<Long> of = new ArrayList<>();
        for (long id : changed) {
            int number = built.get(id);
            if (number == NONE) {
                continue; // none to learn from
            }
            forget(said.remove(id));
            if (!touched.contains(id)) {
                knowledge.show(number);
                continue;
            }
            knowledge.hide(number);
            Said byPerson = cutting.byPerson(id);
            if (byPerson != null) {
                now.add(byPerson);
                of.add(id);
            }
        }
        List<Integer> numbers = now.isEmpty() ? List.of() : knowledge.add(now);
        for (int k = 0; k < numbers.size(); k++) {
            said.put((long) of.get(k), (int) numbers.get(k));
            pairs.put((int) numbers.get(k), (long) of.get(k));
        }
        settleCorrections();
        settleTerms();
    }

    private void settleTerms() throws HydraException {
        List<SentencePair> now = glossary.list().stream().map(term -> cutting.turned(term.texts())).toList();
        if (!now.equals(terms)) {
            knowledge.exchangeTerms(now);
            terms = now;
        }
    }

    private void forget(int number) {
        if (number != NONE) {
            knowledge.hide(number);
        }
    }

    /** A correction that became a pair of the project counts there, once that is learnt from. */
    private void settleCorrections() throws HydraException {
        Set<Long> gone = new HashSet<>(corrections.keySet());
        for (Exchange exchange : conversations.corrected()) {
            boolean counts = exchange.from().equals(from)
                    && exchange.to().equals(to)
                    && (exchange.pair() == null || !built.containsKey((long) exchange.pair()));
            if (counts) {
                gone.remove(exchange.id());
                correct(exchange);
            }
        }
        gone.forEach(id -> forget(corrections.remove(id).number));
    }

    private void correct(Exchange exchange) throws HydraException {
        Corrected before = corrections.get(exchange.id());
        if (before != null) {
            if (before.correction.equals(exchange.correction())) {
                return;
            }
            forget(before.number);
        }
        int number = knowledge.correct(exchange.question(), exchange.answer(), exchange.correction());
        corrections.put(exchange.id(), new Corrected(exchange.correction(), number));
    }
}
