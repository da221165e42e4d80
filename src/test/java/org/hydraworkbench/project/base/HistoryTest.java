package org.hydraworkbench.project.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.testing.TestProjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhatWasDoneByWhomNewestFirst() throws Exception {
        try (Project project = TestProjects.create(folder, "dog\taqjun")) {
            project.setPerson("Amina");
            project.edits().note(1, "one");
            project.setPerson("Idir");
            project.edits().confirm(1, true);
            project.history().undo();
            assertThat(project.history().entries(10))
                    .extracting(History.Entry::name, History.Entry::author, History.Entry::undone)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Confirm a sentence", "Idir", true),
                            org.assertj.core.groups.Tuple.tuple("Note ‘one’", "Amina", false));
            assertThat(project.history().entries(1)).hasSize(1);
        }
    }

    /** After each edit of some ten thousand. */
    @ParameterizedTest
    @ValueSource(strings = {History.TO_UNDO, History.TO_REDO, History.FORGET_UNDONE})
    void whatIsAskedAfterEveryActionIsNotFoundByReadingAll(String query) throws Exception {
        TestProjects.empty(folder).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.hydra"));
                Statement statement = connection.createStatement()) {
            for (int undone = 0; undone < 2; undone++) {
                statement.execute("INSERT INTO action (name, scope, person, time, undone)"
                        + " WITH RECURSIVE n (k) AS (VALUES (1) UNION ALL SELECT k + 1 FROM n WHERE k < 1000)"
                        + " SELECT 'Edit', 'edits', 1, '', k > 995 AND " + undone + " FROM n");
                statement.execute("ANALYZE");
                try (ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN " + query)) {
                    while (plan.next()) {
                        assertThat(plan.getString("detail")).doesNotContain("TEMP B-TREE");
                        if (!query.equals(History.TO_UNDO)) { // which ends at the newest that was not undone
                            assertThat(plan.getString("detail")).contains("USING");
                        }
                    }
                }
            }
        }
    }

    /** A project that somebody went on with in a newer program: what cannot be understood is not half undone. */
    @Test
    void anActionThatIsNotUnderstoodIsLeftAsItIs() throws Exception {
        try (Project project = TestProjects.create(folder, "dog\taqjun")) {
            project.edits().note(1, "one");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.hydra"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO action_change (action, position, type, body) VALUES (1, -1, 'glossary', '{}')");
        }
        try (Project project = Project.open(folder.resolve("test.hydra"))) {
            assertThatThrownBy(() -> project.history().undo())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("does not know: glossary.");
            assertThat(project.edits().noteOf(1)).as("the part before it").hasValue("one");
            assertThat(project.history().undoName()).hasValue("Note ‘one’");
        }
    }
}
