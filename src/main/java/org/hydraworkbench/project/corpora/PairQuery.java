package org.hydraworkbench.project.corpora;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.store.Row;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/** The queries behind {@link Corpora}: ids of the pairs that pass a filter, in order, and rows by id or place. */
final class PairQuery {

    private static final String STATUS =
            "coalesce(r.state, CASE WHEN EXISTS (SELECT 1 FROM link_edit e WHERE e.pair = p.id) THEN 'edited' ELSE 'none' END)"
                    + " AS status";
    private static final String ROW = "SELECT p.id, p.corpus, p.ordinal, p.source, p.target, p.excluded, " + STATUS;
    private static final String REVIEW =
            " LEFT JOIN review r ON r.id = (SELECT max(id) FROM review WHERE pair = p.id)";

    /** Rows of one corpus from a place on. */
    static final String AT_PLACE =
            ROW + " FROM pair p" + REVIEW + " WHERE p.corpus = ? AND p.ordinal >= ? ORDER BY p.ordinal LIMIT ?";

    private PairQuery() {}

    /** The ids of all pairs that pass, in the order asked for. */
    static long[] ids(Sql sql, PairFilter filter, PairOrder order, PairScores scores) throws SQLException, HydraException {
        StringBuilder where = new StringBuilder();
        List<@Nullable Object> arguments = new ArrayList<>();
        addConditions(sql, filter, where, arguments);
        boolean needsStatus = !filter.statuses().isEmpty();
        String query = "SELECT p.id" + (needsStatus ? ", " + STATUS : "") + " FROM pair p" + (needsStatus ? REVIEW : "")
                + " WHERE p.corpus IN (SELECT id FROM corpus_here)" + where + order(order);
        LongArrayList ids = new LongArrayList();
        sql.each(
                query,
                row -> {
                    long id = row.number("id");
                    if (!needsStatus || filter.statuses().contains(status(row, scores.score(id)))) {
                        ids.add(id);
                    }
                },
                arguments.toArray());
        long[] all = ids.toLongArray();
        if (order == PairOrder.LEAST_CERTAIN) {
            // NaN, a pair without a score, sorts after every number
            LongArrays.mergeSort(all, (a, b) -> Float.compare(scores.score(a), scores.score(b)));
        }
        return all;
    }

    private static String order(PairOrder order) {
        return switch (order) {
            case CORPUS, LEAST_CERTAIN -> " ORDER BY p.corpus, p.ordinal";
            case LONGEST_SOURCE -> " ORDER BY length(p.source) DESC, p.id";
            case LONGEST_TARGET -> " ORDER BY length(p.target) DESC, p.id";
        };
    }

    private static void addConditions(
            Sql sql, PairFilter filter, StringBuilder where, List<@Nullable Object> arguments) throws SQLException {
        Long corpus = filter.corpusId();
        if (corpus != null) {
            where.append(" AND p.corpus = ?");
            arguments.add(corpus);
        }
        Boolean excluded = filter.excluded();
        if (excluded != null) {
            where.append(" AND p.excluded = ?");
            arguments.add(excluded);
        }
        if (!filter.synthetic()) {
            where.append(" AND p.corpus NOT IN (SELECT id FROM corpus_here WHERE role = ?)");
            arguments.add(CorpusRole.SYNTHETIC.code());
        }
        if (filter.edited()) {
            where.append(" AND p.id IN (SELECT pair FROM link_edit)");
        }
        if (!filter.text().isEmpty()) {
            SearchIndex.addCondition(sql, filter.text(), where, arguments);
        }
    }

    /** Ids as the JSON array that a query takes. */
    static String array(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    /** Rows by id, in the order of the ids, which are given as {@link #array}. */
    static List<PairRow> rows(Sql sql, String ids, PairScores scores) throws SQLException {
        return sql.list(
                ROW + " FROM json_each(?) j CROSS JOIN pair p ON p.id = j.value" + REVIEW + " ORDER BY j.key",
                row -> row(row, scores),
                ids);
    }

    /** Rows of one corpus by place. */
    static List<PairRow> rows(Sql sql, long corpus, long ordinal, long limit, PairScores scores) throws SQLException {
        return sql.list(
                AT_PLACE,
                row -> row(row, scores),
                corpus, ordinal, limit);
    }

    private static PairRow row(Row row, PairScores scores) throws SQLException {
        long id = row.number("id");
        float score = scores.score(id);
        return new PairRow(
                id,
                row.number("corpus"),
                row.number("ordinal"),
                row.text("source"),
                row.text("target"),
                row.flag("excluded"),
                status(row, score),
                score);
    }

    private static PairStatus status(Row row, float score) throws SQLException {
        PairStatus known = PairStatus.stored(row.text("status"));
        return known == PairStatus.NONE && !Float.isNaN(score) ? PairStatus.MACHINE : known;
    }
}
