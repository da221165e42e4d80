package org.hydraworkbench.project.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.hydra.HydraExporter;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.DecodingSettings;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.StepStatus;
import org.hydraworkbench.project.work.TrainOperation;
import org.hydraworkbench.tokenizer.Unit;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.weights.DType;
import org.jspecify.annotations.Nullable;

/** Makes every artefact of the demo from the raw corpora and the base model, and packs them as the program ships them. */
public final class DemoBuilder {

    /** Steps of tuning in the shipped demo. */
    public static final int STEPS = 4_000;

    private static final int VOCABULARY = 3_000;

    private static final int DEVELOPMENT_PAIRS = 695;

    /** What is not packed, since making it takes a second. */
    private static final Set<String> MADE_ANEW = Set.of(Operations.TRANSFER.id(), Operations.ASSEMBLE.id());

    private final Environment environment;
    private final int steps;
    private final int lines;
    private final Progress progress;

    /**
     * A builder.
     *
     * @param environment where the work is done
     * @param steps of tuning; the shipped demo has {@link #STEPS}
     * @param lines test pairs to measure with
     */
    public DemoBuilder(Environment environment, int steps, int lines, Progress progress) {
        this.environment = environment;
        this.steps = steps;
        this.lines = lines;
        this.progress = progress;
    }

    private TrainingSettings tuning() {
        return TrainingSettings.defaults()
                .with(usual -> usual.withSteps(steps)
                        .withBatch(32, 96)
                        .withRate(1e-3, Math.min(100, steps / 10))
                        .withWeightDecay(0.1));
    }

    /** Makes the project {@code file} from the raw material, step by step as a person would. */
    public Project build(Path file) throws HydraException {
        return DemoProject.filled(file, project -> {
            DemoProject.addRawMaterial(project, progress);
            make(project, Operations.TOKENIZER, TokenizerSettings.ofSize(VOCABULARY));
            make(project, Operations.ALIGN, AlignmentSettings.defaults());
            make(project, Operations.MAP, MappingSettings.defaults());
            make(project, Operations.TRANSFER, TransferSettings.defaults());
            tune(project);
            weighAndMeasure(project);
        });
    }

    /** Learns from all pairs for development what translations are chosen by, how far to trust the Hydra above all, and measures with that. */
    private void weighAndMeasure(Project project) throws HydraException {
        make(project, Operations.TUNE_DECODING, new DecodingSettings(DEVELOPMENT_PAIRS, 1, Phrases.BEAM));
        make(project, Operations.EVALUATE, measuring());
    }

    private <S> Artefact make(Project project, Operation<S> operation, S settings) throws HydraException {
        return project.work().job(operation, settings, Use.ALWAYS, environment).run(progress);
    }

    /** The same tuning from random rows, in a copy that is thrown away: what it makes of the first test pairs, a {@link DemoRun#table}. */
    public String randomBaseline(Project project) throws HydraException {
        Path folder = Folders.temporary("hydra-demo");
        try {
            Path copy = folder.resolve("random.hydra");
            project.saveCopy(copy, progress);
            try (Project random = Project.open(copy)) {
                make(random, Operations.TRANSFER, TransferSettings.defaults().withMethod(TransferMethod.RANDOM));
                tune(random);
                return environment.tensors().compute(runtime -> DemoRun.of(random, measuring(), runtime, progress).table());
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private EvaluationSettings measuring() {
        return EvaluationSettings.defaults().withPairs(lines);
    }

    private void tune(Project project) throws HydraException {
        make(project, Operations.ASSEMBLE, new NoSettings());
        halve(project, make(project, Operations.TRAIN, tuning()));
    }

    /** The tuned Hydra with bfloat16 weights, half the size; the one that is shipped and measured. */
    private void halve(Project project, Artefact tuned) throws HydraException {
        project.work().adopt(
                Operations.TRAIN,
                Json.own(tuned.settingsJson()),
                out -> {
                    HydraExporter.convert(tuned.folder(), DType.BF16, out.folder(), progress);
                    if (Files.exists(tuned.file(TrainOperation.METRICS))) {
                        Folders.copyFile(
                                tuned.file(TrainOperation.METRICS), out.folder().resolve(TrainOperation.METRICS), progress);
                    }
                    out.name(tuned.name()).seed(tuned.seed()).summary(tuned.summary());
                },
                progress);
    }

    /**
     * Packs what was made, as resources for the program: {@code demo.json}, zips and the baseline's translations.
     *
     * @param randomTranslations what {@link #randomBaseline} gave
     * @param folder the resources' folder {@code demo}
     */
    public static void pack(Project project, String randomTranslations, Path folder) throws HydraException {
        List<DemoManifest.Made> made = new ArrayList<>();
        for (StepStatus step : project.work().guide().steps()) {
            Artefact artefact = step.artefact().orElse(null);
            if (artefact != null && !step.id().equals(Operations.BASE_MODEL.id())) {
                made.add(described(artefact, MADE_ANEW.contains(step.id()) ? null : packed(artefact, folder)));
            }
        }
        String random = "random-translations.tsv";
        AtomicFiles.writeString(folder.resolve(random), randomTranslations);
        DemoManifest manifest = new DemoManifest(ProgramVersion.get(), Unit.UNIT.version(), made, random);
        AtomicFiles.writeString(folder.resolve(DemoManifest.FILE), DemoManifest.GSON.toJson(manifest) + "\n");
    }

    /** Zips the files of an artefact; the name of the zip. */
    private static String packed(Artefact artefact, Path folder) throws HydraException {
        String name = "made/" + artefact.kind().code() + ".zip";
        AtomicFiles.write(folder.resolve(name), out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Path file : Folders.files(artefact.folder())) {
                ZipEntry packed = new ZipEntry(
                        artefact.folder().relativize(file).toString().replace('\\', '/'));
                packed.setTime(0); // the same content gives the same zip
                zip.putNextEntry(packed);
                Files.copy(file, zip);
                zip.closeEntry();
            }
            zip.finish();
        });
        return name;
    }

    private static DemoManifest.Made described(Artefact artefact, @Nullable String files) {
        return new DemoManifest.Made(
                artefact.operation(),
                artefact.name(),
                Json.own(artefact.settingsJson()),
                artefact.seed(),
                artefact.summary(),
                files);
    }
}
