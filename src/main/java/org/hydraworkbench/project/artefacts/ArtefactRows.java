package org.hydraworkbench.project.artefacts;

import java.nio.file.Path;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.store.Row;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/** The rows of artefacts in the project file. */
final class ArtefactRows {

    private static final String SELECT =
            "SELECT a.*, p.name AS author FROM artefact a JOIN person p ON p.id = a.person WHERE ";

    private ArtefactRows() {}

    static List<Artefact> list(Sql sql, Path files, String condition, @Nullable Object... arguments) throws SQLException {
        return sql.list(SELECT + condition, row -> artefact(sql, files, row), arguments);
    }

    static Optional<Artefact> first(Sql sql, Path files, String condition, @Nullable Object... arguments)
            throws SQLException {
        return sql.first(SELECT + condition, row -> artefact(sql, files, row), arguments);
    }

    static long insert(Sql sql, ArtefactBuilder builder, long person, String folder, FolderContent content)
            throws SQLException {
        long id = sql.insert(
                "INSERT INTO artefact (slot, operation, name, created, person, options, seed, program_version, folder, hash,"
                        + " summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                builder.slotKey(),
                builder.operation(),
                builder.name(),
                Instant.now().toString(),
                person,
                builder.settingsJson(),
                builder.seed(),
                ProgramVersion.get(),
                folder,
                content.hash(),
                builder.summaryJson());
        int position = 0;
        for (ArtefactInput input : builder.inputs()) {
            sql.run(
                    "INSERT INTO artefact_input (artefact, position, type, role, input, name, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    position++,
                    ArtefactInput.Type.CODES.code(input.type()),
                    input.use(),
                    input.artefactId(),
                    input.name(),
                    input.hash());
        }
        for (FolderContent.Entry entry : content.entries()) {
            sql.run(
                    "INSERT INTO artefact_file (artefact, path, size, modified, hash) VALUES (?, ?, ?, ?, ?)",
                    id, entry.path(), entry.size(), entry.modified(), entry.hash());
        }
        return id;
    }

    /** The slot of an artefact as it is stored, whatever its languages are called now. */
    static String slotKey(Sql sql, long artefact) throws SQLException {
        return sql.first("SELECT slot FROM artefact WHERE id = ?", row -> row.text("slot"), artefact)
                .orElseThrow(() -> new SQLDataException("there is no artefact " + artefact));
    }

    static FolderContent content(Sql sql, long artefact) throws SQLException {
        return new FolderContent(sql.list(
                "SELECT * FROM artefact_file WHERE artefact = ? ORDER BY path",
                row -> new FolderContent.Entry(
                        row.text("path"), row.number("size"), row.number("modified"), row.text("hash")),
                artefact));
    }

    /** A folder inside the project's by its name, or one outside by its absolute path; nothing that leads out of the project's unseen. */
    private static Path folder(Path files, String stored) throws SQLException {
        Path folder = files.resolve(stored);
        if (!Path.of(stored).isAbsolute() && !files.equals(folder.normalize().getParent())) {
            throw new SQLDataException("an artefact lies in “" + stored + "”");
        }
        return folder;
    }

    private static Artefact artefact(Sql sql, Path files, Row row) throws SQLException {
        long id = row.number("id");
        List<ArtefactInput> inputs = sql.list(
                "SELECT * FROM artefact_input WHERE artefact = ? ORDER BY position",
                input -> new ArtefactInput(
                        input.choice("type", ArtefactInput.Type.CODES),
                        input.text("role"),
                        input.numberOrNull("input"),
                        input.text("name"),
                        input.text("hash")),
                id);
        return new Artefact(
                id,
                SlotKeys.slot(sql, row.text("slot")),
                row.text("operation"),
                row.text("name"),
                row.instant("created"),
                row.text("author"),
                row.text("options"),
                row.number("seed"),
                row.text("program_version"),
                folder(files, row.text("folder")),
                row.text("hash"),
                row.text("summary"),
                inputs);
    }
}
