package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @TempDir
    Path folder;

    /** Each was taken by the reader that Gson gives without being asked. */
    @ParameterizedTest
    @ValueSource(strings = {
        "", "{a: 1}", "{\"a: 1}", "{type\": 1}", "{'a': 1}", "{\"a\": b}", "{\"a\": 1} x", "{\"a\": 1}{}", "[1,]", "[1;2]", "# a\n{}",
        "{\"a\" = 1}", "{\"a\": NaN}", "{\"a\": TRUE}", "{\"a\": \"\\ud800\"}", "{\"\\udc00\": 1}", "{\"a\": \"\\ud800\\ud800\"}",
        "{\"a\": \"\\'\"}", "{\"a\": \"\u0000\"}", "{\"a\": 1e999}", "[-1e309]"})
    void whatIsNotJsonIsRefusedWithTheFilesNameAndWithoutTheNameOfALibrary(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), text);
        assertThatThrownBy(() -> Json.read(file))
                .isInstanceOf(InputException.class)
                .message()
                .startsWith(file + ": is not JSON (")
                .doesNotContainIgnoringCase("gson")
                .doesNotContain("Exception", "JsonReader", "BEGIN_", "path $");
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(InputException.class);
    }

    @Test
    void whatIsSkippedIsLookedAtToo() {
        assertThatThrownBy(() -> {
                    try (var reader = Json.reader(new java.io.StringReader("[[{\"a\": [\"\\udfff\"]}], 5]"))) {
                        reader.beginArray();
                        reader.skipValue();
                    }
                })
                .hasMessageContaining("half a surrogate pair, \\udfff,");
    }

    @Test
    void theRestAfterWhatIsSkippedIsThere() throws Exception {
        try (var reader = Json.reader(new java.io.StringReader("{\"a\": [[{\"b\": null}], true, -1e5, \"\\ud83d\\ude00\"], \"c\": 5}"))) {
            reader.beginObject();
            reader.nextName();
            reader.skipValue();
            assertThat(reader.nextName()).isEqualTo("c");
            assertThat(reader.nextInt()).isEqualTo(5);
        }
    }

    @Test
    void whatIsNoObjectIsToldApart() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "[1]");
        assertThatThrownBy(() -> Json.readObject(file)).hasMessage(file + ": should hold a JSON object, but holds a list");
    }

    @Test
    void aPlaceIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "{\n  \"a\": {\"b\": x}\n}");
        assertThatThrownBy(() -> Json.read(file))
                .hasMessage(file + ": is not JSON (Malformed JSON in line 2, column 14 at $.a.b)");
    }

    @Test
    void aFileThatIsNotUtf8IsToldApart() throws Exception {
        Path file = Files.write(folder.resolve("a.json"), new byte[] {'"', (byte) 0xE9, '"'});
        assertThatThrownBy(() -> Json.read(file)).hasMessage(file + ": cannot be read (it is not UTF-8)");
    }
}
