package org.hydraworkbench.project.work;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.ToldApart;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.jspecify.annotations.Nullable;

/**
 * How a project stands at one moment: what there is for an operation to work on, what is lacking, and what is out of date and why.
 * What was found out once is remembered; take a new one for another moment. Used by one thread.
 */
final class Standing {

    private final Materials materials;
    private final InUse inUse;
    private final Map<Long, Artefact> artefacts = new HashMap<>();
    private final Map<Long, List<String>> reasons = new HashMap<>();
    private final Map<CorpusRole, String> fingerprints = new EnumMap<>(CorpusRole.class);

    private Standing(Materials materials, InUse inUse) {
        this.materials = materials;
        this.inUse = inUse;
        inUse.artefacts().values().forEach(artefact -> artefacts.put(artefact.id(), artefact));
    }

    /** How the project stands now. */
    static Standing now(Materials materials) throws HydraException {
        return new Standing(materials, materials.artefacts().inUse());
    }

    ProjectInfo project() {
        return inUse.project();
    }

    InUse inUse() {
        return inUse;
    }

    private Artefact artefact(long id) throws HydraException {
        Artefact known = artefacts.get(id);
        if (known == null) {
            known = materials.artefacts().get(id);
            artefacts.put(id, known);
        }
        return known;
    }

    /** What an operation lacks, a sentence each. */
    <S> List<String> missing(Operation<S> operation, S settings) throws HydraException {
        List<String> missing = new ArrayList<>();
        for (Input input : operation.inputs(settings, project())) {
            switch (input) {
                case Input.Made made when made.needed() && find(made).isEmpty() ->
                    missing.add("This needs " + made.slots().getLast().described() + " first."); // the last would do
                case Input.Start start when inUse.get(start.slot()).isEmpty() ->
                    missing.add("This needs " + start.slot().described() + " to go on from.");
                case Input.Text text when text.needed() && materials.corpora().count(text.role()) == 0 ->
                    missing.add("There is no text for %s; %s first.".formatted(
                            text.role().title(),
                            text.role() == CorpusRole.TRAINING || materials.corpora().count(CorpusRole.TRAINING) == 0
                                    ? "import a corpus for it"
                                    : "hold some of the training pairs out for it, or import a corpus,"));
                case Input.Made made when made.latest() && find(made).isPresent() ->
                    older(find(made).orElseThrow()).ifPresent(missing::add);
                default -> {}
            }
        }
        return missing;
    }

    private Optional<Artefact> find(Input.Made made) {
        return made.slots().stream().flatMap(slot -> inUse.get(slot).stream()).findFirst();
    }

    /** Why an artefact is older than what it was made from, as one sentence. */
    private Optional<String> older(Artefact artefact) throws HydraException {
        Map<String, Input> declared = declared(artefact, new ArrayList<>());
        for (ArtefactInput input : artefact.inputs()) {
            Optional<String> changed = switch (input.type()) {
                case ARTEFACT -> replaced(input, declared.get(input.use()));
                case LANGUAGES -> calledOtherwise(input);
                case START, CORPORA, EDITS, CUTTING, FILE -> Optional.empty();
            };
            if (changed.isPresent()) {
                return Optional.of("%s is older than what it is made of: %s Make it again first."
                        .formatted(ToldApart.quoted(artefact), changed.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * What an operation would work on now.
     *
     * @throws InputException when something is lacking, or two things do not fit together
     */
    <S> Inputs inputs(Operation<S> operation, S settings) throws HydraException {
        List<String> missing = missing(operation, settings);
        if (!missing.isEmpty()) {
            throw new InputException(String.join(" ", missing));
        }
        List<ArtefactInput> recorded = new ArrayList<>();
        Map<String, Artefact> found = new LinkedHashMap<>();
        for (Input input : operation.inputs(settings, project())) {
            switch (input) {
                case Input.Made made -> find(made).ifPresent(artefact -> {
                    found.put(made.use(), artefact);
                    recorded.add(ArtefactInput.of(ArtefactInput.Type.ARTEFACT, made.use(), artefact));
                });
                case Input.Start start -> inUse.get(start.slot()).ifPresent(artefact -> {
                    found.put(start.use(), artefact);
                    recorded.add(ArtefactInput.of(ArtefactInput.Type.START, start.use(), artefact));
                });
                case Input.Text text ->
                    recorded.add(ArtefactInput.state(ArtefactInput.Type.CORPORA, text.use(), fingerprint(text.role())));
                case Input.Edits edits ->
                    recorded.add(ArtefactInput.state(ArtefactInput.Type.EDITS, edits.use(), editRevision()));
                case Input.Cutting cutting ->
                    recorded.add(ArtefactInput.state(ArtefactInput.Type.CUTTING, cutting.use(), cutting.version()));
                case Input.Languages languages ->
                    recorded.add(ArtefactInput.state(ArtefactInput.Type.LANGUAGES, languages.use(), languages()));
            }
        }
        requireFit(found);
        return new Inputs(project(), recorded, found);
    }

    /** Where two things were made from one slot, it must have held the same. */
    private void requireFit(Map<String, Artefact> found) throws HydraException {
        for (Artefact made : found.values()) {
            for (ArtefactInput from : made.inputs()) {
                Long id = from.artefactId();
                if (id == null || from.type() != ArtefactInput.Type.ARTEFACT) {
                    continue;
                }
                Artefact used = artefact(id);
                for (Artefact other : found.values()) {
                    if (other.slot().equals(used.slot()) && !other.hash().equals(used.hash())) {
                        throw new InputException("%s was made with %s and does not fit %s, which is in use; make it again first."
                                .formatted(ToldApart.quoted(made), ToldApart.quoted(used, other), ToldApart.quoted(other, used)));
                    }
                }
            }
        }
    }

    /** Why an artefact no longer follows from what is in use, a sentence a reason; none when it does. Looks at its files too. */
    List<String> staleness(Artefact artefact) throws HydraException {
        List<String> known = reasons.get(artefact.id());
        if (known == null) {
            known = findStaleness(artefact);
            reasons.put(artefact.id(), known);
        }
        return known;
    }

    private List<String> findStaleness(Artefact artefact) throws HydraException {
        if (materials.artefacts().lost().isPresent()) {
            return materials.artefacts().changedFiles(artefact); // that says it all
        }
        List<String> found = new ArrayList<>();
        Map<String, Input> declared = declared(artefact, found);
        for (ArtefactInput input : artefact.inputs()) {
            switch (input.type()) {
                case ARTEFACT -> {
                    Optional<String> replaced = replaced(input, declared.get(input.use()));
                    if (replaced.isPresent()) {
                        found.add(replaced.get());
                    } else if (!staleness(artefact(idOf(input))).isEmpty()) {
                        found.add(ToldApart.quoted(artefact(idOf(input))) + ", which it was made from, is itself out of date.");
                    }
                }
                case CORPORA -> {
                    CorpusRole role = CorpusRole.CODES.find(input.use()).orElse(CorpusRole.TRAINING);
                    if (!fingerprint(role).equals(input.hash())) {
                        found.add("The text for " + role.title() + " has changed since: something was imported, excluded or brought back.");
                    }
                }
                case EDITS -> {
                    if (!editRevision().equals(input.hash())) {
                        found.add("Links were edited since; the live mapping has the edits, this saved one has not.");
                    }
                }
                case LANGUAGES -> calledOtherwise(input).ifPresent(found::add);
                case CUTTING -> {
                    if (declared.get(input.use()) instanceof Input.Cutting cutting && !cutting.version().equals(input.hash())) {
                        found.add("It was made by an earlier version of the program, which cut sentences into other units.");
                    }
                }
                case START, FILE -> {
                    // what work went on from is replaced by its result; what came from outside is a copy
                }
            }
        }
        for (Input input : declared.values()) {
            if (artefact.input(input.use()).isEmpty()) {
                came(input).ifPresent(found::add);
            }
        }
        found.addAll(materials.artefacts().changedFiles(artefact));
        return List.copyOf(found);
    }

    /** What there is now of an input that was not there, or not asked for, when an artefact was made. */
    private Optional<String> came(Input input) throws HydraException {
        return switch (input) {
            case Input.Made made when !made.needed() -> find(made).map(now ->
                    "It was made without %s; the one in use now is %s.".formatted(now.slot().described(), ToldApart.quoted(now)));
            case Input.Text text when !text.needed() && materials.corpora().count(text.role()) > 0 ->
                Optional.of("It was made without text for " + text.role().title() + ", of which there is some now.");
            default -> Optional.empty();
        };
    }

    /** What its operation says of the inputs of an artefact, by their use; a setting that cannot be read is a reason. */
    private Map<String, Input> declared(Artefact artefact, List<String> found) {
        Map<String, Input> declared = new HashMap<>();
        Operations.find(artefact.operation()).ifPresent(operation -> {
            try {
                inputs(operation, artefact).forEach(input -> declared.put(input.use(), input));
            } catch (InputException e) {
                found.add(Reasons.of(e));
            }
        });
        return declared;
    }

    private <S> List<Input> inputs(Operation<S> operation, Artefact artefact) throws InputException {
        S settings = operation.settings().read(artefact.settingsJson(), "“" + artefact.name() + "”");
        return operation.inputs(settings, project());
    }

    /** Why an artefact that something was made from is not the one in use, as a sentence. */
    private Optional<String> replaced(ArtefactInput input, @Nullable Input declared) throws HydraException {
        Artefact used = artefact(idOf(input));
        List<Slot> slots = declared instanceof Input.Made made ? made.slots() : List.of(used.slot());
        Artefact now = slots.stream().flatMap(slot -> inUse.get(slot).stream()).findFirst().orElse(null);
        if (now != null && now.id() == used.id()) {
            return Optional.empty();
        }
        return Optional.of(now == null
                ? "It was made with %s, and there is none in use now.".formatted(ToldApart.quoted(used))
                : "It was made with %s; the one in use is %s.".formatted(ToldApart.quoted(used, now), ToldApart.quoted(now, used)));
    }

    /** That the languages were called otherwise when something was made, as a sentence. */
    private Optional<String> calledOtherwise(ArtefactInput input) {
        return languages().equals(input.hash())
                ? Optional.empty()
                : Optional.of("The languages have other tags now: " + languages() + " instead of " + input.hash() + ".");
    }

    private static long idOf(ArtefactInput input) throws InputException {
        Long id = input.artefactId();
        if (id == null) {
            throw new InputException("“" + input.name() + "” is recorded without saying which it was.");
        }
        return id;
    }

    private String fingerprint(CorpusRole role) throws HydraException {
        String known = fingerprints.get(role);
        if (known == null) {
            known = materials.corpora().fingerprint(role);
            fingerprints.put(role, known);
        }
        return known;
    }

    private String editRevision() throws HydraException {
        return String.valueOf(materials.edits().revision());
    }

    private String languages() {
        return project().sourceLanguage() + " " + project().targetLanguage();
    }
}
