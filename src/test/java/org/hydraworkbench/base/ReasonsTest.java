package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import javax.xml.stream.XMLStreamException;
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
    void theReasonOfAWrapperIsThatOfWhatItWraps() {
        IOException refusal = new AccessDeniedException("/a/b");
        assertThat(Reasons.of(new UncheckedIOException(refusal))).isEqualTo("permission denied");
        assertThat(Reasons.of(new ExceptionInInitializerError(refusal))).isEqualTo("permission denied");
    }

    @Test
    void whatJavaSaysToProgrammersIsNotPassedOn() {
        JsonObject object = new JsonObject();
        object.add("list", new JsonArray());
        assertThat(Reasons.of(catchThrowable(() -> object.get("number").getAsInt()))).isEqualTo("a part of it is missing");
        assertThat(Reasons.of(catchThrowable(() -> object.getAsJsonArray("list").getAsJsonPrimitive()))).doesNotContain("Exception");
        assertThat(Reasons.of(catchThrowable(() -> object.getAsInt()))).isEqualTo("a part of it is of another kind than it should be");
    }

    @Test
    void thePlaceThatAnXmlErrorRepeatsIsLeftOut() {
        assertThat(Reasons.of(new XMLStreamException("ParseError at [row,col]:[1,8]\nMessage: XML document structures must start"
                        + " and end within the same entity.")))
                .isEqualTo("XML document structures must start and end within the same entity.");
    }

    @Test
    void aMissingFileIsCalledMissing() {
        assertThat(Reasons.of(new NoSuchFileException("/a/b"))).isEqualTo("there is no such file or folder");
    }

    @Test
    void whatTheFileSystemSaysIsMoreThanAPath() {
        assertThat(Reasons.of(new FileAlreadyExistsException("/a/b"))).isEqualTo("/a/b is in the way");
        assertThat(Reasons.of(new NotDirectoryException("/a/b"))).isEqualTo("/a/b is not a folder");
        assertThat(Reasons.of(new DirectoryNotEmptyException("/a/b"))).isEqualTo("/a/b is a folder that is not empty");
        assertThat(Reasons.of(new AccessDeniedException("/a/b"))).isEqualTo("permission denied");
        assertThat(Reasons.of(new FileSystemException("/a/b", null, "No space left on device"))).isEqualTo("No space left on device");
        assertThat(Reasons.of(new FileSystemException("/a/b"))).doesNotContain("/a/b").isNotBlank();
    }
}
