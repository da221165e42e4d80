package org.hydraworkbench.project.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.testing.TestProjects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How SQLite answers what is asked again and again while a corpus is walked in batches: one that sorts what is left of the corpora
 * for every batch takes a time that grows with their square.
 */
class QueryPlanTest {

    private static final int PAIRS = 3_000; // in each of three corpora

    @TempDir
    static Path folder;

    private static Connection connection;

    @BeforeAll
    static void fill() throws Exception {
        TestProjects.create(folder, "dog\taqjun").close();
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.hydra"));
        try (Statement statement = connection.createStatement()) {
            for (String role : List.of("train", "test", "train")) {
                statement.execute("INSERT INTO corpus (name, source_language, target_language, role, origin, licence, imported,"
                        + " person, pairs, complete, search_index)"
                        + " SELECT 'more', source_language, target_language, '" + role + "', '', '', imported, person, "
                        + PAIRS + ", 1, search_index FROM corpus WHERE id = 1");
                statement.execute("INSERT INTO pair (corpus, ordinal, source, target)"
                        + " WITH RECURSIVE n (k) AS (VALUES (0) UNION ALL SELECT k + 1 FROM n WHERE k < " + (PAIRS - 1) + ")"
                        + " SELECT (SELECT max(id) FROM corpus), k, 'word ' || k, 'awal ' || k FROM n");
            }
        }
    }

    @AfterAll
    static void close() throws Exception {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        TrainingPairs.NEXT,
        SharedSentences.NEXT,
        HoldingOut.NEXT,
        Corpora.FIRST,
        SearchIndex.NEXT,
        CorpusImport.REMOVE,
        PairQuery.AT_PLACE,
        "UPDATE corpus SET searchable_to = (SELECT id FROM pair WHERE corpus = ?1 AND ordinal = ?2) WHERE id = ?1"
    })
    void noBatchIsSortedNorFoundByReadingAll(String query) throws Exception {
        for (boolean statistics : new boolean[] {false, true}) {
            statistics(statistics);
            assertThat(plan(query))
                    .as("statistics: %s", statistics)
                    .isNotEmpty()
                    .noneMatch(step -> step.contains("TEMP B-TREE"))
                    .noneMatch(step -> step.matches("SCAN (pair|p)\\b.*") && !step.contains("USING"));
        }
    }

    /** For every row that is deleted SQLite looks for those that refer to it. */
    @ParameterizedTest
    @ValueSource(strings = {"pair", "corpus", "action", "conversation"})
    void whatRefersToWhatIsDeletedIsFoundByAnIndex(String deleted) throws Exception {
        List<String> references = strings(
                "SELECT m.name || '.' || f.\"from\" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f"
                        + " WHERE m.type = 'table' AND f.\"table\" = '" + deleted + "'");
        List<String> indexed = strings("SELECT m.name || '.' || c.name FROM sqlite_schema m JOIN pragma_index_list(m.name) i"
                + " JOIN pragma_index_info(i.name) c ON c.seqno = 0 WHERE m.type = 'table' AND i.partial = 0");
        assertThat(references).isNotEmpty().isSubsetOf(indexed);
    }

    /** The test would see it. */
    @Test
    void sortingShowsInThePlan() throws Exception {
        assertThat(plan("SELECT id FROM pair ORDER BY length(source) LIMIT 10")).anyMatch(step -> step.contains("TEMP B-TREE"));
    }

    /** The statistics that were made when a project was closed came too late for the first session. */
    @Test
    void thePlannerKnowsHowManyPairsThereAreAfterAnImport(@TempDir Path other) throws Exception {
        String[] lines = new String[500];
        for (int k = 0; k < lines.length; k++) {
            lines[k] = "word " + k + "\tawal " + k;
        }
        try (var project = TestProjects.create(other, lines);
                Connection reader = DriverManager.getConnection("jdbc:sqlite:" + other.resolve("test.hydra"));
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("SELECT stat FROM sqlite_stat1 WHERE idx = 'pair_place'")) {
            assertThat(project.corpora().list()).hasSize(1);
            assertThat(rows.next()).as("statistics of pair_place").isTrue();
            assertThat(rows.getString(1)).startsWith("500 ");
        }
    }

    private static void statistics(boolean wanted) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
            if (!wanted) {
                statement.execute("DELETE FROM sqlite_stat1");
                statement.execute("ANALYZE sqlite_schema"); // has them read again
            }
        }
    }

    private static List<String> plan(String query) throws SQLException {
        return strings("EXPLAIN QUERY PLAN " + query);
    }

    /** The last column of all rows. */
    private static List<String> strings(String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                strings.add(rows.getString(rows.getMetaData().getColumnCount()));
            }
        }
        return strings;
    }
}
