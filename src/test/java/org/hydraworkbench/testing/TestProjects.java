package org.hydraworkbench.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.TrainOperation;
import org.hydraworkbench.tokenizer.Unit;

/** Small projects. */
public final class TestProjects {

    /** What is said to have made {@link #artefact}: no operation, so nobody asks how it was made. */
    public static final String BY_HAND = "by-hand";

    /** A few pairs of which a tokenizer, an alignment and a mapping can be made within a second. */
    private static final List<String> PAIRS = List.of(
            "The dog barks.\tAqjun yesseglaf.",
            "The cat sleeps.\tAmcic yeṭṭes.",
            "The dog sleeps.\tAqjun yeṭṭes.",
            "The water is cold.\tAman d isemmaḍen.",
            "The house is big.\tAxxam d ameqqran.",
            "The dog is big.\tAqjun d ameqqran.",
            "The cat is in the house.\tAmcic deg uxxam.",
            "The dog is in the house.\tAqjun deg uxxam.",
            "The stone is cold.\tAzru d asemmaḍ.",
            "Tom drinks water.\tTom yettess aman.",
            "Tom sleeps in the house.\tTom yeṭṭes deg uxxam.",
            "Tom has a dog.\tTom ɣer-s aqjun.");

    private static final String[] NOUNS = {"house axxam", "book adlis", "day ass", "man argaz", "tree aseklu", "river asif", "road abrid"};

    private TestProjects() {}

    /** A project {@code test.hydra} from English to Kabyle without any text. */
    public static Project empty(Path folder) throws Exception {
        return Project.create(folder.resolve("test.hydra"), "Test", "en", "kab");
    }

    /** The same with one corpus of tab-separated lines. */
    public static Project create(Path folder, String... lines) throws Exception {
        Project project = empty(folder);
        importLines(project, folder, "corpus", lines);
        return project;
    }

    /** A project that is aligned, with sentences ({@code See house and river.}) that teach seven nouns, and more pairs after them. */
    public static Project nouns(Path folder, String... more) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String one : NOUNS) {
            for (String two : NOUNS) {
                String[] left = one.split(" ");
                String[] right = two.split(" ");
                if (!one.equals(two)) {
                    lines.add("See " + left[0] + " and " + right[0] + ".\tWali " + left[1] + " d " + right[1] + ".");
                }
            }
        }
        lines.addAll(List.of(more));
        Project project = create(folder, lines.toArray(String[]::new));
        make(project, Operations.ALIGN, AlignmentSettings.defaults().withUnit(Unit.WORD));
        return project;
    }

    /** A project with a few real pairs. */
    public static Project small(Path folder) throws Exception {
        return create(folder, PAIRS.toArray(String[]::new));
    }

    /** The same with a base model, a tokenizer, links and a mapping. */
    public static Project mapped(Path folder) throws Exception {
        Project project = small(folder);
        make(project, Operations.BASE_MODEL, new FolderSettings(TestModels.stories()));
        make(project, Operations.TOKENIZER, TokenizerSettings.ofSize(300));
        make(project, Operations.ALIGN, AlignmentSettings.defaults());
        make(project, Operations.MAP, MappingSettings.defaults());
        return project;
    }

    /** The same with an untuned Hydra. */
    public static Project assembled(Path folder) throws Exception {
        Project project = mapped(folder);
        make(project, Operations.TRANSFER, TransferSettings.defaults());
        make(project, Operations.ASSEMBLE, new NoSettings());
        return project;
    }

    /** Takes in a file {@code content.txt} as what training made, and uses it. */
    public static Artefact trained(Project project, TrainOperation operation) throws Exception {
        TrainingSettings settings = TrainingSettings.defaults().with(options -> options.withSteps(2));
        return project.work().adopt(
                operation, operation.settings().write(settings), out -> write(out, "tuned"), Progress.none());
    }

    /** Imports tab-separated lines for training. */
    public static CorpusInfo importLines(Project project, Path folder, String name, String... lines) throws Exception {
        Path file = file(folder, name, lines);
        List<CorpusInfo> made = project.corpora().importFrom(ImportRequest.of(file).withName(name), Progress.none());
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    /** A file {@code NAME.tsv} of lines. */
    public static Path file(Path folder, String name, String... lines) throws Exception {
        return Files.writeString(folder.resolve(name + ".tsv"), String.join("\n", lines) + "\n");
    }

    /** An artefact with one file, in use from now on. */
    public static Artefact artefact(Project project, Slot slot, String name, String content, Artefact... inputs)
            throws Exception {
        try (ArtefactBuilder builder = project.artefacts().begin(slot, BY_HAND)) {
            write(builder, content);
            for (Artefact input : inputs) {
                builder.input(ArtefactInput.of(ArtefactInput.Type.ARTEFACT, "input", input));
            }
            return builder.name(name).commit(Use.ALWAYS, Progress.none());
        }
    }

    /** Gives an artefact in the making its one file, {@code content.txt}. */
    public static void write(ArtefactBuilder builder, String content) throws HydraException {
        AtomicFiles.writeString(builder.folder().resolve("content.txt"), content);
    }

    /** Does an operation with settings, and uses its result. */
    public static <S> Artefact make(Project project, Operation<S> operation, S settings) throws HydraException {
        return project.work().job(operation, settings, Use.ALWAYS, Environment.plain()).run(Progress.none());
    }
}
