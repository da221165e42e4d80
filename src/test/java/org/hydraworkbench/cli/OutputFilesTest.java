package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hydraworkbench.base.Folders;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Walks all commands with all their options, so that no new one can be forgotten. */
class OutputFilesTest extends CommandTest {

    private static final String PRECIOUS = "precious";

    @Test
    void everyOptionThatNamesAPlaceSaysWhatIsDoneThere() {
        List<String> silent = new ArrayList<>();
        int places = 0;
        for (CommandLine command : commands()) {
            for (ArgSpec argument : command.getCommandSpec().args()) {
                if (namesAPlace(argument)) {
                    places++;
                    if (is(argument, Reads.class) == is(argument, Writes.class)) {
                        silent.add(command.getCommandSpec().qualifiedName() + " " + name(argument));
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(places).isGreaterThan(70);
    }

    @Test
    void whatACommandReadsIsNeverWhatItWrites() throws Exception {
        int pairs = 0;
        for (CommandLine command : commands()) {
            for (ArgSpec written : arguments(command, Writes.class)) {
                for (ArgSpec read : arguments(command, Reads.class)) {
                    if (!exclude(command.getCommandSpec().argGroups(), read, written)) {
                        pairs++;
                        refusesTheSame(command, read, written);
                        refusesWhatLiesInIt(command, read, written);
                    }
                }
            }
        }
        assertThat(pairs).isGreaterThan(50);
    }

    private void refusesTheSame(CommandLine command, ArgSpec read, ArgSpec written) throws Exception {
        Path there = folder.resolve("there.hydra");
        Path kept = place(written) == Place.FOLDER ? Files.createDirectories(there).resolve("tokenizer.json") : there;
        Files.writeString(kept, PRECIOUS);
        refuses(command, Map.of(read, there, written, there), "give another place");
        assertThat(kept).hasContent(PRECIOUS);
        Folders.delete(there);
    }

    private void refusesWhatLiesInIt(CommandLine command, ArgSpec read, ArgSpec written) throws Exception {
        if (place(read) == Place.FILE) {
            return;
        }
        Path inside = Files.createDirectories(folder.resolve("model.files/below"));
        Path kept = Files.writeString(inside.resolve("tokenizer.json"), PRECIOUS);
        Path given = place(read) == Place.PROJECT ? folder.resolve("model.hydra") : folder.resolve("model.files");
        Path out = place(written) == Place.FILE ? kept : inside.resolve("new");
        refuses(command, Map.of(read, given, written, out), "lies in");
        assertThat(kept).hasContent(PRECIOUS);
        assertThat(Folders.files(folder)).containsExactly(kept);
        Folders.delete(folder.resolve("model.files"));
    }

    @Test
    void twoOutputsAreNeverOnePlace() throws Exception {
        int pairs = 0;
        for (CommandLine command : commands()) {
            List<ArgSpec> outputs = arguments(command, Writes.class);
            for (ArgSpec one : outputs) {
                for (ArgSpec two : outputs.subList(0, outputs.indexOf(one))) {
                    pairs++;
                    Path place = folder.resolve("new/place");
                    refuses(command, Map.of(one, place, two, place), "give two");
                    assertThat(folder.resolve("new")).doesNotExist();
                }
            }
        }
        assertThat(pairs).as("align 3, map, train 3, translate, demo").isEqualTo(9);
    }

    /** Runs the command with all that it needs besides {@code values}. */
    private void refuses(CommandLine command, Map<ArgSpec, Path> values, String sentence) {
        List<String> words = new ArrayList<>(Arrays.asList(command.getCommandSpec().qualifiedName(" ").split(" ")));
        words.removeFirst();
        List<ArgSpec> grouped = new ArrayList<>();
        for (ArgGroupSpec group : command.getCommandSpec().argGroups()) {
            grouped.addAll(group.allOptionsNested());
            fill(group, values, words);
        }
        for (ArgSpec argument : command.getCommandSpec().args()) {
            if (!grouped.contains(argument) && (argument.required() || values.containsKey(argument))) {
                add(argument, values, words);
            }
        }
        assertThat(hydra(words.toArray(new String[0]))).as("%s: %s", words, err).isEqualTo(2);
        assertThat(err).as("%s", words).contains(sentence).contains(values.keySet().stream().map(OutputFilesTest::name).toList());
    }

    /** Of a group of which one must be chosen, the one in {@code values}. */
    private void fill(ArgGroupSpec group, Map<ArgSpec, Path> values, List<String> words) {
        for (ArgGroupSpec below : group.subgroups()) {
            if (below.allOptionsNested().stream().anyMatch(values::containsKey)) {
                fill(below, values, words);
                return;
            }
        }
        List<ArgSpec> wanted = group.args().stream().filter(values::containsKey).toList();
        if (!group.exclusive()) {
            group.args().stream().filter(each -> each.required() || wanted.contains(each)).forEach(each -> add(each, values, words));
        } else if (wanted.isEmpty()) {
            add(group.args().iterator().next(), values, words);
        } else {
            add(wanted.getFirst(), values, words);
        }
    }

    private void add(ArgSpec argument, Map<ArgSpec, Path> values, List<String> words) {
        if (argument instanceof OptionSpec option) {
            words.add(option.longestName());
        }
        Path usual = namesAPlace(argument) ? folder.resolve("elsewhere").resolve(name(argument)) : Path.of("1");
        words.add(values.getOrDefault(argument, usual).toString());
    }

    /** Whether two cannot be given at once. */
    private static boolean exclude(List<ArgGroupSpec> groups, ArgSpec one, ArgSpec two) {
        for (ArgGroupSpec group : groups) {
            if (group.allOptionsNested().contains(one) && group.allOptionsNested().contains(two)) {
                boolean inOneBelow = group.subgroups().stream()
                        .anyMatch(below -> below.allOptionsNested().contains(one) && below.allOptionsNested().contains(two));
                return inOneBelow ? exclude(group.subgroups(), one, two) : group.exclusive();
            }
        }
        return false;
    }

    private static List<ArgSpec> arguments(CommandLine command, Class<? extends Annotation> mark) {
        return command.getCommandSpec().args().stream()
                .filter(argument -> is(argument, mark))
                // A name or a file: it counts where there is such a file, which the rows of this walk do not promise.
                .filter(argument -> argument.type() != String.class)
                .toList();
    }

    private static boolean is(ArgSpec argument, Class<? extends Annotation> mark) {
        return argument.userObject() instanceof Field field && field.isAnnotationPresent(mark);
    }

    private static Place place(ArgSpec argument) {
        Field field = (Field) argument.userObject();
        return is(argument, Writes.class) ? field.getAnnotation(Writes.class).value() : field.getAnnotation(Reads.class).value();
    }

    private static boolean namesAPlace(ArgSpec argument) {
        return argument.userObject() instanceof Field field
                && (field.getType() == Path.class
                        || field.getGenericType() instanceof ParameterizedType many && many.getActualTypeArguments()[0] == Path.class);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** All commands that do something. */
    private static List<CommandLine> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return below(Main.commandLine(nowhere, nowhere)).filter(command -> command.getSubcommands().isEmpty()).toList();
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(Stream.of(command), command.getSubcommands().values().stream().flatMap(OutputFilesTest::below));
    }

    @Test
    void foldersThatAreMissingCanBeMade() throws IOException {
        write("b.tsv", "a b\tc d\n");
        assertThat(hydra("align", "--bitext", path("b.tsv"), "--out", path("a/b/links"))).isZero();
        assertThat(folder.resolve("a/b/links")).isRegularFile();
    }

    @Test
    void aFileWhereAFolderIsNeededIsWrongUse() throws IOException {
        write("file", "");
        for (String place : new String[] {"file/m", "file/deep/m"}) {
            assertThat(hydra("align", "--bitext", path("b"), "--out", path("links"), "--save-model", path(place))).isEqualTo(2);
            assertThat(err).contains("--save-model").contains(path("file") + " is not a folder");
        }
        assertThat(hydra("demo", "--out", path("file"))).isEqualTo(2);
        assertThat(hydra("align", "--bitext", path("b"), "--out", folder.toString())).isEqualTo(2);
    }

    @Test
    void oneFileByTwoWaysIsOneFile() throws IOException {
        write("model", PRECIOUS);
        try {
            Files.createSymbolicLink(folder.resolve("self"), Path.of("."));
            Files.createSymbolicLink(folder.resolve("to-new"), Path.of("new"));
            Files.createLink(folder.resolve("second-name"), folder.resolve("model"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("this system makes no links");
        }
        String[][] pairs = {
            {"self/a.ph", "a.ph"}, {"self/new/a.ph", "new/a.ph"}, {"self/new/../a.ph", "new/../a.ph"}, {"to-new", "new"}
        };
        for (String[] pair : pairs) {
            assertThat(hydra("align", "--bitext", path("b"), "--out", path(pair[0]), "--scores", path(pair[1]))).isEqualTo(2);
            assertThat(err).contains("--out").contains("--scores");
        }
        assertThat(hydra("align", "--bitext", path("model"), "--out", path("second-name"))).isEqualTo(2);
        assertThat(read("model")).isEqualTo(PRECIOUS);
    }

    /** Model folders of Hugging Face's cache hold links to files elsewhere. */
    @Test
    void whatAFolderThatIsReadLinksToIsKept() throws IOException {
        write("blob", PRECIOUS);
        Files.createDirectory(folder.resolve("model"));
        try {
            Files.createSymbolicLink(folder.resolve("model/tokenizer.json"), Path.of("../blob"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("this system makes no links");
        }
        assertThat(hydra("map", "--source-tokenizer", path("model"), "--target-tokenizer", path("t"), "--bitext", path("b"),
                        "--out", path("blob")))
                .isEqualTo(2);
        assertThat(read("blob")).isEqualTo(PRECIOUS);
    }

    @Test
    void filesBesideATokenizerThatIsGivenByItsFileAreReadToo() throws IOException {
        Files.createDirectory(folder.resolve("t"));
        write("t/tokenizer_config.json", PRECIOUS);
        assertThat(hydra("map", "--source-tokenizer", path("t/tokenizer.json"), "--target-tokenizer", path("u"), "--bitext", path("b"),
                        "--out", path("t/tokenizer_config.json")))
                .isEqualTo(2);
        assertThat(read("t/tokenizer_config.json")).isEqualTo(PRECIOUS);
    }

    @Test
    void aTemplateIsAFileWhereThereIsOne() throws IOException {
        write("plain.json", PRECIOUS);
        String[] train = {"train", "--model", path("m"), "--bitext", path("b"), "--plan", "full", "--steps", "1", "--batch", "1",
            "--length", "8", "--lr", "1", "--out", path("out"), "--template", path("plain.json"), "--metrics", path("plain.json")};
        assertThat(hydra(train)).isEqualTo(2);
        assertThat(err).contains("--template").contains("--metrics");
        assertThat(read("plain.json")).isEqualTo(PRECIOUS);
    }
}
