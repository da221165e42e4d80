package org.hydraworkbench.app.tokenizer;

import java.util.EnumSet;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.hydraworkbench.app.parts.ChosenSettings;
import org.hydraworkbench.app.plot.Curve;
import org.hydraworkbench.app.plot.CurvesDrawing;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.FertilityCurve;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.jspecify.annotations.Nullable;

/** The settings for training a tokenizer for the target language, with a size proposed from the corpus. */
public final class TrainingForm {

    private static final int CURVE_LINES = 20_000;
    private static final TokenizerTrainer.Options DEFAULTS = TokenizerTrainer.Options.defaults();

    private final Workbench workbench;
    private final ChosenSettings<TokenizerSettings> kept;
    private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(8_000);
    private final ObjectProperty<TokenizerTrainer.Kind> kind = new SimpleObjectProperty<>(DEFAULTS.kind());
    private final BooleanProperty nfc = new SimpleBooleanProperty(DEFAULTS.nfc());
    private final BooleanProperty splitDigits = new SimpleBooleanProperty(DEFAULTS.splitDigits());
    private final BooleanProperty byteFallback = new SimpleBooleanProperty(DEFAULTS.byteFallback());
    private final ReadOnlyStringWrapper proposal = new ReadOnlyStringWrapper(Texts.get("tokenizer.proposal.unknown"));
    private final ReadOnlyObjectWrapper<@Nullable FertilityCurve> measured = new ReadOnlyObjectWrapper<>();
    private final CurvesDrawing curve =
            new CurvesDrawing(Texts.get("tokenizer.curve.title"), Texts.get("tokenizer.curve.across"));
    private final ReadOnlyObjectWrapper<@Nullable JobRun<?>> running = new ReadOnlyObjectWrapper<>();

    TrainingForm(Workbench workbench) {
        this.workbench = workbench;
        kept = new ChosenSettings<>(
                workbench,
                Operations.TOKENIZER,
                EnumSet.of(ProjectChange.Kind.CORPORA, ProjectChange.Kind.CURRENT),
                settings -> show(settings.options()));
        List.<ObservableValue<?>>of(size, kind, nfc, splitDigits, byteFallback).forEach(setting -> setting.subscribe(this::changed));
    }

    private void changed() {
        kept.changed(settings());
    }

    private void show(TokenizerTrainer.Options options) {
        size.set(options.vocabularySize());
        kind.set(options.kind());
        nfc.set(options.nfc());
        splitDigits.set(options.splitDigits());
        byteFallback.set(options.byteFallback());
    }

    /** Pieces to make. */
    public ObjectProperty<Integer> sizeProperty() {
        return size;
    }

    public ObjectProperty<TokenizerTrainer.Kind> kindProperty() {
        return kind;
    }

    public BooleanProperty nfcProperty() {
        return nfc;
    }

    public BooleanProperty splitDigitsProperty() {
        return splitDigits;
    }

    /** Looked at for the sentencepiece kind only. */
    public BooleanProperty byteFallbackProperty() {
        return byteFallback;
    }

    /** A sentence on which size to take, and why. */
    public ReadOnlyStringProperty proposalProperty() {
        return proposal.getReadOnlyProperty();
    }

    /** The measured curve, once there is one. */
    public ReadOnlyObjectProperty<@Nullable FertilityCurve> measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** The curve as a plot. */
    public CurvesDrawing curve() {
        return curve;
    }

    /** The job that was started here last. */
    public ReadOnlyObjectProperty<@Nullable JobRun<?>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    private TokenizerSettings settings() {
        return TokenizerSettings.defaults().withOptions(options());
    }

    TokenizerTrainer.Options options() {
        return DEFAULTS.withVocabularySize(size.get())
                .withKind(kind.get())
                .withNfc(nfc.get())
                .withSplitDigits(splitDigits.get())
                .withByteFallback(byteFallback.get())
                .withThreads(workbench.settings().current().computeThreads());
    }

    /** Trains with the settings as they are; the result becomes the current tokenizer of the target language. */
    public void train() {
        workbench.project().current().ifPresent(project -> {
            Job<Artefact> job = project.work()
                    .job(
                            Operations.TOKENIZER,
                            settings(),
                            Use.ALWAYS,
                            workbench.environment());
            running.set(workbench.jobs().submit(Step.TOKENIZER, job));
        });
    }

    /** Measures what each size would cost on the corpus, and proposes one. */
    public void measure() {
        workbench.project().current().ifPresent(project -> {
            JobRun<FertilityCurve> run = workbench.jobs().submit(Step.TOKENIZER, new Measuring(project, options()));
            running.set(run);
            run.onDone(this::show);
        });
    }

    private void show(FertilityCurve found) {
        Curve line = new Curve(Texts.get("tokenizer.curve.title"));
        found.points().forEach(point -> line.add(point.size(), point.statistics().tokensPerWord()));
        curve.setCurves(List.of(line));
        measured.set(found);
        proposal.set(Texts.format("tokenizer.proposal", found.proposedSize(), (int) (FertilityCurve.WORTH_DOUBLING * 100)));
    }

    /** Whether the proposed size is another than the one that is set. */
    ObservableBooleanValue canTakeProposal() {
        return Bindings.createBooleanBinding(
                () -> {
                    FertilityCurve found = measured.get();
                    return found != null && found.proposedSize() != size.get();
                },
                measured,
                size);
    }

    /** Takes over the proposed size. */
    public void takeProposal() {
        FertilityCurve found = measured.get();
        if (found != null) {
            size.set(found.proposedSize());
        }
    }

    private record Measuring(Project project, TokenizerTrainer.Options options) implements Job<FertilityCurve> {

        @Override
        public String title() {
            return Texts.get("tokenizer.measure.job");
        }

        @Override
        public FertilityCurve run(Progress progress) throws HydraException {
            List<String> lines = SideViewModel.lines(project, Side.TARGET, CURVE_LINES);
            return FertilityCurve.measure(lines, options, FertilityCurve.usualSizes(), progress);
        }
    }
}
