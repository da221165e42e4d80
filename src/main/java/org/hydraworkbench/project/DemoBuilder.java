package org.hydraworkbench.project;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.hydra.HydraExporter;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.hydraworkbench.train.TrainPlan;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.weights.DType;
import org.jspecify.annotations.Nullable;

/** Makes every artefact of the demo from the raw corpora and the base model, and packs them as the program ships them. */
public final class DemoBuilder {

    /** Steps of tuning in the shipped demo. */
    public static final int STEPS = 1_500;

    private static final int VOCABULARY = 3_000;

    private final TensorRuntime runtime;
    private final int steps;
    private final int lines;
    private final Progress progress;

    /**
     * A builder.
     *
     * @param runtime the tensor engine, for measuring
     * @param steps of tuning; the shipped demo has {@link #STEPS}
     * @param lines test pairs to measure with
     */
    public DemoBuilder(TensorRuntime runtime, int steps, int lines, Progress progress) {
        this.runtime = runtime;
        this.steps = steps;
        this.lines = lines;
        this.progress = progress;
    }

    private TrainingSettings tuning() {
        return TrainingSettings.defaults()
                .withPlan(TrainPlan.FULL)
                .withSteps(steps)
                .withBatch(16, 96)
                .withRate(1e-3, Math.min(100, steps / 10))
                .withWeightDecay(0.1);
    }

    /** Makes the project {@code file} from the raw material, step by step as a person would. */
    public Project build(Path file) throws HydraException {
        return DemoProject.filled(file, project -> {
            DemoProject.addRawMaterial(project, progress);
            Workflow work = project.workflow();
            work.trainTokenizer(TokenizerTrainer.Options.defaults().withVocabularySize(VOCABULARY), List.of()).run(progress);
            work.align(AlignmentSettings.defaults()).run(progress);
            work.map(MappingSettings.defaults()).run(progress);
            work.transfer(TransferSettings.defaults()).run(progress);
            tuneAndMeasure(project);
        });
    }

    /** The same tuning from random rows, in a copy that is thrown away: its translations, a table as {@link EvaluationSteps} writes it. */
    public String randomBaseline(Project project) throws HydraException {
        Path folder = Folders.temporary("hydra-demo");
        try {
            Path copy = folder.resolve("random.hydra");
            project.saveCopy(copy, progress);
            try (Project random = Project.open(copy)) {
                random.workflow()
                        .transfer(TransferSettings.defaults().withMethod(TransferMethod.RANDOM))
                        .run(progress);
                Artefact evaluation = tuneAndMeasure(random);
                return Files.readString(evaluation.file(EvaluationSteps.TRANSLATIONS));
            }
        } catch (IOException e) {
            throw ResourceException.in(folder, "cannot be read", e);
        } finally {
            Folders.delete(folder);
        }
    }

    private Artefact tuneAndMeasure(Project project) throws HydraException {
        project.workflow().assemble().run(progress);
        Artefact tuned = project.workflow().train(tuning(), step -> {}).run(progress);
        halve(project, tuned);
        return project.workflow().evaluate(EvaluationSettings.defaults().withPairs(lines), runtime).run(progress);
    }

    /** The tuned Hydra with bfloat16 weights, half the size; the one that is shipped and measured. */
    private void halve(Project project, Artefact tuned) throws HydraException {
        try (ArtefactBuilder builder = project.artefacts().begin(ArtefactKind.HYDRA, tuned.name())) {
            HydraExporter.convert(tuned.folder(), DType.BF16, builder.folder(), progress);
            Path metrics = tuned.file(TrainingSteps.METRICS);
            if (Files.exists(metrics)) {
                Folders.copyFile(metrics, builder.folder().resolve(TrainingSteps.METRICS), progress);
            }
            builder.options(JsonParser.parseString(tuned.optionsJson()))
                    .seed(tuned.seed())
                    .summary(JsonParser.parseString(tuned.summaryJson()))
                    .input("Hydra", tuned);
            builder.commit(progress);
        }
    }

    /**
     * Packs what was made, as resources for the program: {@code demo.json}, zips and the baseline's translations.
     *
     * @param randomTranslations what {@link #randomBaseline} gave
     * @param folder the resources' folder {@code demo}
     */
    public static void pack(Project project, String randomTranslations, Path folder) throws HydraException {
        List<DemoManifest.Made> made = new ArrayList<>();
        made.add(packed(project, ArtefactKind.TOKENIZER, "target", folder, List.of(corpora())));
        List<DemoManifest.Input> tokenizers =
                List.of(input("source tokenizer", ArtefactKind.TOKENIZER, "source"),
                        input("target tokenizer", ArtefactKind.TOKENIZER, "target"));
        made.add(packed(project, ArtefactKind.ALIGNMENT, "", folder, with(tokenizers, corpora())));
        made.add(packed(
                project, ArtefactKind.MAPPING, "", folder, with(tokenizers, input("alignment", ArtefactKind.ALIGNMENT, ""))));
        Artefact transfer = project.artefacts().require(ArtefactKind.TRANSFER, "");
        made.add(described(transfer, null, List.of()));
        made.add(packed(
                project,
                ArtefactKind.HYDRA,
                "",
                folder,
                List.of(
                        input("base model", ArtefactKind.BASE_MODEL, ""),
                        input("model with new tables", ArtefactKind.TRANSFER, ""),
                        corpora())));
        made.add(packed(project, ArtefactKind.EVALUATION, "", folder, List.of(input("Hydra", ArtefactKind.HYDRA, ""))));
        String random = "random-translations.tsv";
        AtomicFiles.writeString(folder.resolve(random), randomTranslations);
        DemoManifest manifest = new DemoManifest(ProgramVersion.get(), made, random);
        AtomicFiles.writeString(folder.resolve(DemoManifest.FILE), DemoManifest.GSON.toJson(manifest) + "\n");
    }

    private static DemoManifest.Input corpora() {
        return new DemoManifest.Input("corpora", null, "");
    }

    private static DemoManifest.Input input(String as, ArtefactKind kind, String role) {
        return new DemoManifest.Input(as, kind, role);
    }

    private static List<DemoManifest.Input> with(List<DemoManifest.Input> inputs, DemoManifest.Input more) {
        List<DemoManifest.Input> all = new ArrayList<>(inputs);
        all.add(more);
        return all;
    }

    private static DemoManifest.Made packed(
            Project project, ArtefactKind kind, String role, Path folder, List<DemoManifest.Input> inputs)
            throws HydraException {
        Artefact artefact = project.artefacts().require(kind, role);
        String name = "made/" + kind.name().toLowerCase(Locale.ROOT) + ".zip";
        AtomicFiles.write(folder.resolve(name), out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (FileHashes.Entry entry : FileHashes.entries(artefact.folder(), Progress.none())) {
                ZipEntry packed = new ZipEntry(entry.path());
                packed.setTime(0); // the same content gives the same zip
                zip.putNextEntry(packed);
                Files.copy(artefact.file(entry.path()), zip);
                zip.closeEntry();
            }
            zip.finish();
        });
        return described(artefact, name, inputs);
    }

    private static DemoManifest.Made described(
            Artefact artefact, @Nullable String files, List<DemoManifest.Input> inputs) {
        return new DemoManifest.Made(
                artefact.kind(),
                artefact.role(),
                artefact.name(),
                JsonParser.parseString(artefact.optionsJson()),
                artefact.seed(),
                JsonParser.parseString(artefact.summaryJson()),
                files,
                inputs);
    }
}
