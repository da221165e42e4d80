package org.hydraworkbench.hydra;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
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
        JsonObject json = Json.readObject(file);
        try {
            return PromptTemplate.read(JsonFields.of(json));
        } catch (InputException e) {
            throw InputException.in(file, "is no prompt template", e);
        }
    }

    private static PromptTemplate shipped(String name) throws HydraException {
        String resource = "/hydra/templates/" + name + ".json";
        try (InputStream in = PromptTemplates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + resource);
            }
            return PromptTemplate.read(JsonFields.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("the program cannot read its own " + resource, e);
        }
    }
}
