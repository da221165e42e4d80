package org.hydraworkbench.project.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.tokenizer.TokenizerTrial;

/** Takes in a tokenizer that was made elsewhere, for one of the two languages. */
public final class ImportTokenizerOperation implements Operation<TokenizerImportSettings> {

    static final String ID = "import-tokenizer";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Tokenizer from elsewhere";
    }

    @Override
    public Codec<TokenizerImportSettings> settings() {
        return TokenizerImportSettings.CODEC;
    }

    @Override
    public TokenizerImportSettings defaults(Materials materials) {
        return TokenizerImportSettings.defaults();
    }

    @Override
    public List<Input> inputs(TokenizerImportSettings settings, ProjectInfo project) {
        return List.of();
    }

    @Override
    public Slot product(TokenizerImportSettings settings, ProjectInfo project) {
        return Slot.tokenizer(project, settings.side());
    }

    @Override
    public String title(TokenizerImportSettings settings) {
        return "Take in the tokenizer " + settings.folder();
    }

    @Override
    public boolean isOnTheWay(Materials materials) {
        return false;
    }

    @Override
    public Optional<TokenizerImportSettings> again(TokenizerImportSettings settings) {
        return Optional.empty();
    }

    @Override
    public void run(TokenizerImportSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        if (settings.folder().toString().isEmpty()) {
            throw new InputException("Which tokenizer? Give a folder with a tokenizer.json, or one of an older form, or that file.");
        }
        TokenizerTrial.of(settings.folder());
        try (Tokenizer tokenizer = Tokenizer.load(settings.folder())) {
            fill(tokenizer, String.valueOf(tokenizer.folder().getFileName()), out);
        }
    }

    /** Puts a tokenizer into an artefact. */
    static void fill(Tokenizer tokenizer, String name, ArtefactBuilder out) throws HydraException {
        TokenizerFolder.copy(tokenizer, out.folder());
        out.name(name + ", %,d tokens".formatted(tokenizer.size()))
                .inputFile("tokenizer", tokenizer.folder(), tokenizer.hash())
                .summary(Map.of("size", tokenizer.size()));
    }
}
