package org.hydraworkbench.bench;

import static org.hydraworkbench.bench.SampleCommand.Makes.CHANGE;
import static org.hydraworkbench.bench.SampleCommand.Makes.FILE;
import static org.hydraworkbench.bench.SampleCommand.Makes.FOLDER;
import static org.hydraworkbench.bench.SampleCommand.Makes.NOTHING;
import static org.hydraworkbench.bench.SampleCommand.Makes.RUN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Adapter;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Span;

/** Every command that {@code hydra} has, and the inputs of all of them in one folder. */
public final class SampleCommands {

    private static final String TEXT = "azul fell-ak\nyelha wass-a\naxxam ameqqran\nadlis d axxam\n";
    private static final String PAIRS = "the house\taxxam\na big house\taxxam ameqqran\nthe book\tadlis\na day\tass\n";
    private static final String LINKS = "0-0 1-0\n0-1 1-1 2-0\n0-0 1-0\n0-0 1-0\n";
    private static final int TIMES = 400;

    private static final String TRAINING = "--plan full --steps 20 --batch 1 --length 16 --lr 1e-3 --threads 1";

    /** All, in an order in which each can be run. */
    public static final List<SampleCommand> ALL = List.of(
            SampleCommand.of("doctor", NOTHING, ""),
            SampleCommand.of("tokenizer encode", NOTHING, "--tokenizer tokenizer"),
            SampleCommand.of("tokenizer decode", NOTHING, "--tokenizer tokenizer"),
            SampleCommand.of("eval alignment", NOTHING, "--gold links --hyp links"),
            SampleCommand.of("eval analogies", NOTHING, "--model model --questions pairs.tsv --threads 1"),
            SampleCommand.of("eval mt", NOTHING, "--hyp text --ref text --samples 10"),
            SampleCommand.of("eval perplexity", NOTHING, "--model model --text lines --threads 1"),
            SampleCommand.of("generate", NOTHING, "--model model --prompt Once --max-tokens 3 --threads 1"),
            SampleCommand.of("chat-template", NOTHING, "--model model --messages messages.json"),
            SampleCommand.of("serve", NOTHING, "--memory pairs --from en --to kab --threads 1 --port 0 --until-input-ends"),
            SampleCommand.of("heads list", NOTHING, "--model hydra"),
            SampleCommand.of("tokenizer train", FOLDER, "--text text --vocab-size 300 --out %/made"),
            SampleCommand.of("align", FILE, "--bitext pairs --out %/made"),
            SampleCommand.of("convert-links", FILE, "--in links --out-format talp --out %/made"),
            SampleCommand.of("map", FILE, "--source-tokenizer model --target-tokenizer tokenizer --bitext pairs --out %/made"),
            SampleCommand.of("init", FOLDER, "--model model --tokenizer tokenizer --method mean --out %/made"),
            SampleCommand.of("adapter merge", FOLDER, "--model model --adapter adapter --threads 1 --out %/made"),
            SampleCommand.of("adapter unmerge", FOLDER, "--model model --adapter adapter --threads 1 --out %/made"),
            SampleCommand.of("assemble", FOLDER, "--source model --source-lang en --target target --target-lang kab --out %/made"),
            SampleCommand.of("heads add", FOLDER, "--model hydra --head model --language fr --out %/made"),
            SampleCommand.of("heads remove", FOLDER, "--model hydra --language en --out %/made"),
            SampleCommand.of("heads rename", FOLDER, "--model hydra --language en --to en-GB --out %/made"),
            SampleCommand.of("pack", FILE, "--model hydra --language kab --out %/made"),
            SampleCommand.of("export", FOLDER, "--model hydra --dtype bfloat16 --out %/made"),
            SampleCommand.of("translate", FILE, "--model hydra --from en --to kab --in lines --max-tokens 4 --threads 1 --out %/made"),
            SampleCommand.of("back-translate", FILE, "--memory pairs --from en --to kab --in unseen --threads 1 --out %/made"),
            SampleCommand.of("baseline", FILE, "gloss --memory pairs --in lines --threads 1 --out %/made"),
            SampleCommand.of("tune-decoding", FILE, "--memory pairs --dev pairs.tsv --threads 1 --out %/made"),
            SampleCommand.of("train", RUN, "--model model --text text " + TRAINING + " --checkpoint-seconds 1 --out %/made"),
            SampleCommand.of("demo", FOLDER, "--lines 1 --threads 1 --out %/made"),
            SampleCommand.of("project new", FOLDER, "%/made.hydra --from en --to kab --model model"),
            SampleCommand.of("project import", CHANGE, "%/p.hydra pairs.tsv --name more"),
            SampleCommand.of("project hold-out", CHANGE, "%/p.hydra --pairs 2"),
            SampleCommand.of("project status", CHANGE, "%/p.hydra"),
            SampleCommand.of("project history", CHANGE, "%/p.hydra"),
            SampleCommand.of("project links", CHANGE, "%/p.hydra --pair 4 --add 0-0 --confirm"),
            SampleCommand.of("project glossary", CHANGE, "%/p.hydra --add dog=aqjun"),
            SampleCommand.of("project undo", CHANGE, "%/p.hydra"),
            SampleCommand.of("project redo", CHANGE, "%/p.hydra"),
            SampleCommand.of("project run", CHANGE, "%/p.hydra --all --threads 1 --set train.steps=4 --set train.batch=1"));

    private SampleCommands() {}

    /** Makes the inputs in a folder that is made for them, if they are not there. */
    static void makeInputs(Path folder) throws Exception {
        if (Files.exists(folder.resolve("project"))) {
            return;
        }
        Folders.delete(folder);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("lines"), "Once upon a time.\nThe dog sleeps.\n");
        Files.writeString(folder.resolve("unseen"), "the big book\na house\n");
        Files.writeString(folder.resolve("ids"), "[5, 6, 7]\n");
        Files.writeString(folder.resolve("text"), TEXT.repeat(TIMES));
        Files.writeString(folder.resolve("pairs"), PAIRS.repeat(TIMES));
        Files.writeString(folder.resolve("pairs.tsv"), PAIRS);
        Files.writeString(folder.resolve("links"), LINKS.repeat(TIMES));
        Files.writeString(folder.resolve("messages.json"), "[{\"role\": \"user\", \"content\": \"Once\"}]\n");
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        Folders.copy(SmallModels.hydra(scratch), folder.resolve("hydra"), Progress.none());
        Folders.copy(scratch.resolve("tokenizer"), folder.resolve("tokenizer"), Progress.none());
        Folders.copy(scratch.resolve("target"), folder.resolve("target"), Progress.none());
        Folders.copy(TestModels.stories(), folder.resolve("model"), Progress.none());
        try (Decoder decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none())) {
            decoder.adapt(new Adapter(false, 2, 4), 1);
            decoder.saveAdapter(folder.resolve("adapter"), folder.resolve("model"));
        }
        Files.writeString(folder.resolve("model").resolve("chat_template.jinja"), "{% for each in messages %}{{ each.content }}\n{% endfor %}");
        try (Project project = TestProjects.assembled(scratch)) {
            project.edits().setLink(1, new Span(4, 7), new Span(0, 5), LinkState.SURE);
            project.edits().note(1, "seen");
            project.edits().confirm(2, true);
            project.edits().confirm(3, true);
            project.history().undo();
            // The second makes every step stale, but leaves the links that there are.
            Path test = TestProjects.file(scratch, "test", "The house is cold.\tAxxam d asemmaḍ.", "A dog.\tAqjun.");
            project.corpora().importFrom(ImportRequest.of(test).withRole(CorpusRole.TEST), Progress.none());
            TestProjects.importLines(project, scratch, "news", "The dog is cold.\tAqjun d asemmaḍ.");
        }
        Path made = Files.createDirectories(folder.resolve("made-project"));
        Files.move(scratch.resolve("test.hydra"), made.resolve("p.hydra"));
        Files.move(scratch.resolve("test.files"), made.resolve("p.files"));
        Folders.delete(scratch);
        Files.move(made, folder.resolve("project"));
    }

    /** What a command reads from its standard input: a file among the inputs. */
    static String input(SampleCommand command) {
        return command.name().equals("tokenizer decode") ? "ids" : "lines";
    }
}
