package org.hydraworkbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.testing.ChildJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private static final Schema FIRST = new Schema(0x57_4F_52_44, "word list", DatabaseTest.class, 1);
    private static final Schema SECOND = new Schema(0x57_4F_52_44, "word list", DatabaseTest.class, 2);
    private static final Schema BROKEN = new Schema(0x57_4F_52_44, "word list", DatabaseTest.class, 3);

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasWritten() throws Exception {
        Path file = made(FIRST);
        try (Database database = Database.open(file, FIRST)) {
            database.change(sql -> sql.insert("INSERT INTO word (text) VALUES (?)", "aqjun"));
        }
        try (Database database = Database.open(file, FIRST)) {
            assertThat(words(database)).containsExactly("first", "aqjun");
        }
    }

    @Test
    void leavesNoTraceOfATransactionThatThrows() throws Exception {
        try (Database database = Database.open(made(FIRST), FIRST)) {
            assertThatThrownBy(() -> database.change(sql -> {
                        sql.insert("INSERT INTO word (text) VALUES (?)", "half");
                        throw new InputException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(words(database)).containsExactly("first");
        }
    }

    @Test
    void enforcesForeignKeys() throws Exception {
        try (Database database = Database.open(made(FIRST), FIRST)) {
            assertThatThrownBy(() -> database.change(sql -> sql.run("INSERT INTO note VALUES (99, 'to nothing')")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void readsOneStateWhileAnotherIsWritten() throws Exception {
        try (Database database = Database.open(made(FIRST), FIRST)) {
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            CompletableFuture<List<Long>> counts = CompletableFuture.supplyAsync(() -> {
                try {
                    return database.read(sql -> {
                        long before = sql.number("SELECT count(*) FROM word");
                        reading.countDown();
                        await(written);
                        return List.of(before, sql.number("SELECT count(*) FROM word"));
                    });
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            await(reading);
            database.change(sql -> sql.insert("INSERT INTO word (text) VALUES ('second')"));
            written.countDown();
            assertThat(counts.get(20, TimeUnit.SECONDS)).containsExactly(1L, 1L);
            assertThat(words(database)).hasSize(2);
        }
    }

    @Test
    void closesOnlyWhenWhatIsBeingReadHasBeenRead() throws Exception {
        Path file = made(FIRST);
        Database database = Database.open(file, FIRST);
        Thread closing = closing(database);
        List<String> read = database.read(sql -> {
            startAndLetWait(closing);
            assertThat(closing.isAlive()).as("it waits").isTrue();
            assertThatThrownBy(() -> Database.open(file, FIRST)).hasMessageContaining("already open");
            return sql.list("SELECT text FROM word", row -> row.text("text"));
        });
        closing.join();
        assertThat(read).containsExactly("first");
        assertThat(beside(file)).containsExactly("words.hydra");
    }

    @Test
    void letsAReadThatIsUnderWayWhenItIsClosedWriteAndReadOn() throws Exception {
        Path file = made(FIRST);
        Database database = Database.open(file, FIRST);
        Thread closing = closing(database);
        List<String> read = database.read(sql -> {
            startAndLetWait(closing);
            database.change(inner -> inner.insert("INSERT INTO word (text) VALUES ('second')"));
            return words(database);
        });
        closing.join();
        assertThat(read).containsExactly("first", "second");
        try (Database again = Database.open(file, FIRST)) {
            assertThat(words(again)).containsExactly("first", "second");
        }
    }

    @Test
    void refusesEverythingOnceItIsClosed() throws Exception {
        Database database = Database.open(made(FIRST), FIRST);
        database.close();
        database.close();
        assertThatThrownBy(() -> words(database)).isInstanceOf(StateException.class).hasMessageContaining("was closed");
        assertThatThrownBy(() -> database.change(sql -> {})).isInstanceOf(StateException.class);
        assertThatThrownBy(() -> database.copyTo(folder.resolve("copy.hydra"), sql -> true)).isInstanceOf(StateException.class);
        assertThat(beside(database.file())).containsExactly("words.hydra");
    }

    @Test
    void seesInsideAWriteWhatWasWrittenThere() throws Exception {
        try (Database database = Database.open(made(FIRST), FIRST)) {
            long seen = database.write(sql -> {
                sql.insert("INSERT INTO word (text) VALUES ('second')");
                database.change(inner -> inner.insert("INSERT INTO word (text) VALUES ('third')"));
                return database.read(inner -> inner.number("SELECT count(*) FROM word"));
            });
            assertThat(seen).isEqualTo(3);
        }
    }

    @Test
    void bringsAnOlderFileToThePresentSchema() throws Exception {
        Path file = made(FIRST);
        try (Database database = Database.open(file, SECOND)) {
            assertThat(database.<String>read(sql -> sql.first("SELECT language FROM word", row -> row.text("language"))
                            .orElseThrow()))
                    .isEqualTo("und");
        }
    }

    @Test
    void keepsTheOldSchemaWhenAMigrationFails() throws Exception {
        Path file = made(SECOND);
        assertThatThrownBy(() -> Database.open(file, BROKEN)).isInstanceOf(InputException.class).hasMessageContaining("damaged");
        try (Database database = Database.open(file, SECOND)) {
            assertThat(database.<Long>read(sql -> sql.number("SELECT count(*) FROM sqlite_master WHERE name = 'extra'")))
                    .isZero();
        }
    }

    @Test
    void refusesAFileFromANewerProgram() throws Exception {
        Path file = made(SECOND);
        assertThatThrownBy(() -> Database.open(file, FIRST))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void refusesFilesOfAnotherKind() throws Exception {
        Path text = Files.writeString(folder.resolve("text.hydra"), "not a database");
        Path empty = Files.createFile(folder.resolve("empty.hydra"));
        Path other = folder.resolve("other.hydra");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other)) {
            connection.createStatement().execute("CREATE TABLE t (a)");
        }
        for (Path file : List.of(text, empty, other)) {
            assertThatThrownBy(() -> Database.open(file, FIRST))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("is not a word list");
        }
    }

    @Test
    void refusesADamagedFile() throws Exception {
        Path file = made(FIRST);
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 100, bytes.length, (byte) 0x55);
        Files.write(file, bytes);
        assertThatThrownBy(() -> Database.open(file, FIRST))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesToMakeAFileThatIsThere() throws Exception {
        Path file = made(FIRST);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Database.create(file, FIRST, sql -> {})).isInstanceOf(UsageException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void keepsAFileThatAnotherMadeMeanwhile() throws Exception {
        Path file = folder.resolve("new.hydra");
        assertThatThrownBy(() -> Database.create(file, FIRST, sql -> {
                    try (Database other = Database.create(file, FIRST, same -> same.run("INSERT INTO word (text) VALUES ('the other''s')"))) {
                        assertThat(other.file()).exists();
                    }
                }))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("new.hydra");
        try (Database kept = Database.open(file, FIRST)) {
            assertThat(kept.<List<String>>read(sql -> sql.list("SELECT text FROM word", row -> row.text("text")))).contains("the other's");
        }
        assertThat(Folders.list(folder)).containsExactly(file);
    }

    @Test
    void aDiskThatIsFullWhenAFileIsMadeIsNoErrorOfOurs() throws Exception {
        Path file = folder.resolve("new.hydra");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("PRAGMA max_page_count = 1");
            assertThatThrownBy(() -> Migrations.run(connection, file, FIRST))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(Faults.translate(file, e))
                            .isInstanceOf(ResourceException.class)
                            .hasMessageContaining("the disk is full"));
        }
    }

    @Test
    void refusesAFileThatIsOpenHere() throws Exception {
        Path file = made(FIRST);
        try (Database open = Database.open(file, FIRST)) {
            assertThatThrownBy(() -> Database.open(file, FIRST))
                    .isInstanceOf(ResourceException.class)
                    .hasMessageContaining("already open");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // where not everybody may make such a link
    void refusesAFileThatIsOpenUnderAnotherName() throws Exception {
        Path file = made(FIRST);
        Path link = Files.createSymbolicLink(folder.resolve("link.hydra"), file);
        try (Database open = Database.open(link, FIRST)) {
            assertThatThrownBy(() -> Database.open(file, FIRST)).hasMessageContaining("already open");
        }
    }

    @Test
    void refusesAFileThatAnotherProcessHasOpen() throws Exception {
        Path file = made(FIRST);
        Process other = start(Holder.class, file);
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("open");
            assertThatThrownBy(() -> Database.open(file, FIRST)).hasMessageContaining("already open");
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (Database database = Database.open(file, FIRST)) {
            assertThat(words(database)).containsExactly("first");
        }
    }

    @Test
    void keepsOtherProcessesOutAfterItWasAskedForASecondTimeHere() throws Exception {
        Path file = made(FIRST);
        try (Database open = Database.open(file, FIRST)) {
            assertThatThrownBy(() -> Database.open(file, FIRST)).hasMessageContaining("already open");
            Process other = start(Holder.class, file);
            try {
                assertThat(other.inputReader().readLine()).contains("already open");
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void keepsTheLockOfSqliteAfterItWasAskedForASecondTimeHere() throws Exception {
        Path file = made(FIRST);
        try (Database open = Database.open(file, FIRST)) {
            assertThatThrownBy(() -> Database.open(file, FIRST)).hasMessageContaining("already open");
            Process other = start(LockReader.class, file);
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            assertThat(other.waitFor()).isZero();
        }
    }

    @Test
    void leavesNothingBesideAClosedFile() throws Exception {
        assertThat(beside(made(FIRST))).containsExactly("words.hydra");
    }

    @Test
    void writesACopyThatOpens() throws Exception {
        Path copy = folder.resolve("copy.hydra");
        try (Database database = Database.open(made(FIRST), FIRST)) {
            long copied = database.copyTo(copy, sql -> sql.number("SELECT count(*) FROM word"));
            assertThat(copied).isEqualTo(1);
        }
        try (Database database = Database.open(copy, FIRST)) {
            assertThat(words(database)).containsExactly("first");
        }
    }

    @Test
    void refusesToCreateOverAFile() throws Exception {
        Path file = made(FIRST);
        assertThatThrownBy(() -> Database.create(file, FIRST, sql -> {})).hasMessageContaining("already");
    }

    @Test
    void leavesNoFileWhenItsFirstContentFails() {
        Path file = folder.resolve("never.hydra");
        assertThatThrownBy(() -> Database.create(file, FIRST, sql -> {
                    throw new InputException("stop");
                }))
                .hasMessage("stop");
        assertThat(file).doesNotExist();
    }

    private static Process start(Class<?> program, Path file) throws Exception {
        return ChildJava.of(program, "256m", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path made(Schema schema) throws Exception {
        Path file = folder.resolve("words.hydra");
        Database.create(file, schema, sql -> sql.insert("INSERT INTO word (text) VALUES ('first')")).close();
        return file;
    }

    private static List<String> words(Database database) throws HydraException {
        return database.read(sql -> sql.list("SELECT text FROM word ORDER BY id", row -> row.text("text")));
    }

    /** The names in the folder of {@code file}. */
    private static List<String> beside(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static Thread closing(Database database) {
        return new Thread(() -> {
            try {
                database.close();
            } catch (HydraException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Starts a thread and comes back when it has ended, or can go no further before another lets it. */
    private static void startAndLetWait(Thread thread) {
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the file named by its argument, says so, and waits to be killed; or says why it was refused. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            try (Database database = Database.open(Path.of(arguments[0]), FIRST)) {
                System.out.println("open");
                new CountDownLatch(1).await();
            } catch (ResourceException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** Says whether SQLite has a lock on the file named by its argument: on the bytes that every reader locks (SQLite's {@code os.h}). */
    static final class LockReader {
        public static void main(String[] arguments) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock(0x4000_0002, 510, false) == null ? "locked" : "free");
            }
        }
    }
}
