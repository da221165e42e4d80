package org.hydraworkbench.hydra;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;

/** The templates that ship with the program, and those a person brings as a file. */
public final class PromptTemplates {

    private static final List<String> SHIPPED = List.of("plain", "chatml");

    private PromptTemplates() {}

    /** The names of the shipped templates, the usual one first. */
    public static List<String> names() {
        return SHIPPED;
    }

    /** All shipped templates. */
    public static List<PromptTemplate> shipped() throws HydraException {
        return List.of(shipped("plain"), shipped("chatml"));
    }

    /**
     * A shipped template by name, or one from a JSON file by path.
     *
     * @throws UsageException when there is neither
     * @throws InputException when the file holds no template
     */
    public static PromptTemplate find(String nameOrFile) throws HydraException {
        if (SHIPPED.contains(nameOrFile)) {
            return shipped(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    "There is no prompt template \"" + nameOrFile + "\"; there are " + String.join(", ", SHIPPED)
                            + ", or give a JSON file.");
        }
        try {
            return PromptTemplate.fromJson(JsonParser.parseString(Files.readString(file)));
        } catch (IOException | JsonParseException e) {
            throw InputException.in(file, "cannot be read as JSON", e);
        }
    }

    private static PromptTemplate shipped(String name) throws HydraException {
        String resource = "/hydra/templates/" + name + ".json";
        try (InputStream in = PromptTemplates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + resource);
            }
            return PromptTemplate.fromJson(JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("the program cannot read its own " + resource, e);
        }
    }
}
