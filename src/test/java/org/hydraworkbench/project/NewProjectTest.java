package org.hydraworkbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.Temporaries;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.testing.ChildJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewProjectTest {

    @TempDir
    Path folder;

    /** Dies while the project is filled, between the two renames that bring it to its place, or after them. */
    static final class Killed {
        public static void main(String[] arguments) throws Exception {
            Path hydra = Path.of(arguments[0]);
            String moment = arguments[1];
            NewProject.filled(hydra, "p", "en", "kab", project -> {
                Folders.create(project.files().resolve("some"));
                if (moment.equals("filling")) {
                    Runtime.getRuntime().halt(9);
                }
                try {
                    // What move does first.
                    Path arrived = hydra.resolveSibling("p.files");
                    Path mark = Temporaries.beside(arrived.resolve("arrival"));
                    Files.writeString(project.files().resolve(mark.getFileName()), ProjectFiles.from(project.file()));
                    Files.move(project.files(), arrived);
                    if (moment.equals("after")) {
                        Files.move(project.file(), hydra);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                Runtime.getRuntime().halt(9);
            });
        }
    }

    @Test
    void afterAKillTheNextRunMakesItAndNothingIsLeft() throws Exception {
        Path hydra = folder.resolve("p.hydra");
        for (String moment : new String[] {"filling", "between"}) {
            assertThat(ChildJava.of(Killed.class, "128m", hydra.toString(), moment).inheritIO().start().waitFor()).isEqualTo(9);
            assertThat(hydra).doesNotExist();
            NewProject.filled(hydra, "p", "en", "kab", project -> Folders.create(project.files().resolve("other"))).close();
            assertThat(names(folder)).containsExactly("p.files", "p.hydra");
            assertThat(names(folder.resolve("p.files"))).doesNotContain("some");
            Folders.delete(folder.resolve("p.files"));
            Files.delete(hydra);
        }
    }

    /** The file is there, so the project is whole; that it was moved away since, and never opened, changes nothing. */
    @Test
    void aFolderWhoseFileWasMovedAwayIsKept() throws Exception {
        Path hydra = folder.resolve("p.hydra");
        assertThat(ChildJava.of(Killed.class, "128m", hydra.toString(), "after").inheritIO().start().waitFor()).isEqualTo(9);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(hydra, elsewhere.resolve("p.hydra"));
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> NewProject.filled(hydra, "p", "en", "kab", project -> {}))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("there is a folder of this name already");
            assertThat(names(folder.resolve("p.files"))).contains("some");
        }
        Files.move(folder.resolve("p.files"), elsewhere.resolve("p.files"));
        Project.open(elsewhere.resolve("p.hydra")).close();
        assertThat(names(elsewhere.resolve("p.files"))).noneMatch(name -> name.contains("arrival"));
    }

    @Test
    void aFolderOfThatNameThatIsNoRemainderIsKept() throws Exception {
        Path precious = Files.createDirectories(folder.resolve("p.files/hydra-1"));
        assertThatThrownBy(() -> NewProject.filled(folder.resolve("p.hydra"), "p", "en", "kab", project -> {}))
                .isInstanceOf(UsageException.class);
        assertThat(precious).isDirectory();
    }

    @Test
    void oneThatAnotherMadeMeanwhileIsKept() throws Exception {
        Path hydra = folder.resolve("p.hydra");
        assertThatThrownBy(() -> NewProject.filled(hydra, "ours", "en", "kab", project -> Project.create(hydra, "theirs", "en", "kab").close()))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining(hydra + ": was made by another program meanwhile");
        try (Project kept = Project.open(hydra)) {
            assertThat(kept.info().name()).isEqualTo("theirs");
        }
        assertThat(names(folder)).allMatch(name -> name.startsWith("p."));
    }

    @Test
    void whatCannotBeFilledIsNotThere() throws Exception {
        assertThatThrownBy(() -> NewProject.filled(folder.resolve("p.hydra"), "p", "en", "kab", project -> {
                    Folders.create(project.files());
                    throw new InputException("no text");
                }))
                .hasMessage("no text");
        assertThat(names(folder)).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
