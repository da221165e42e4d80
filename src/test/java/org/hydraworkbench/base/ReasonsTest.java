package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static String ofJson(String json) {
        return Reasons.of(catchThrowable(() -> JsonParser.parseString(json).getAsJsonObject()));
    }

    @Test
    void aJsonErrorIsOneLineWithoutClassNamesOrAdviceToProgrammers() {
        for (String bad : new String[] {"{\"a\": 1,", "{\"a\" 1}", "[1", "\"open", "[]"}) {
            assertThat(ofJson(bad)).as(bad).isNotBlank().doesNotContain("\n", "Exception", "https:", "JsonReader.");
        }
    }

    @Test
    void thePlaceOfAJsonErrorStays() {
        assertThat(ofJson("{\n\"a\" 1}")).contains("line 2");
    }

    @Test
    void aFailureWithoutMessageStillHasAReason() {
        assertThat(Reasons.of(new IOException())).isEqualTo("unreadable");
    }

    @Test
    void aMissingFileIsCalledMissing() {
        assertThat(Reasons.of(new NoSuchFileException("/a/b"))).isEqualTo("there is no such file");
    }
}
