package org.hydraworkbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies in the folder of a model is known in few places, and the name of each file in one. */
class FileNamesTest {

    private static final Path SOURCES = Path.of("main/java/org/hydraworkbench");

    private static final Pattern NAME = Pattern.compile("\"((?:[a-z_]*config|tokenizer|special_tokens_map|added_tokens|vocab|model\\.safetensors\\.index)\\.json"
            + "|model\\.safetensors|tokenizer\\.model|merges\\.txt|chat_template\\.jinja)\"");

    /** All Java files that spell the name of such a file, by name. */
    private static Map<String, TreeSet<String>> spellings() throws IOException {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = NAME.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.computeIfAbsent(matcher.group(1), name -> new TreeSet<>())
                            .add(SOURCES.relativize(file).toString().replace('\\', '/'));
                }
            }
        }
        return found;
    }

    @Test
    void theNameOfAFileOfAModelIsSpeltInOnePlace() throws IOException {
        assertThat(spellings().keySet())
                .contains("config.json", "generation_config.json", "tokenizer.json", "tokenizer.model", "model.safetensors", "chat_template.jinja");
        assertThat(spellings()).allSatisfy((name, files) -> assertThat(files).as(name).hasSize(1));
    }

    @Test
    void thatPlaceIsOneOfThree() throws IOException {
        List<String> homes = List.of("tokenizer/TokenizerFolder.java", "model/folder/", "weights/ModelWeights.java");
        assertThat(spellings().values())
                .allSatisfy(files -> assertThat(files).allMatch(file -> homes.stream().anyMatch(file::startsWith)));
    }
}
