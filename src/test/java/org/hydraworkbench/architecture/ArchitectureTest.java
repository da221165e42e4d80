package org.hydraworkbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Reasons;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plan of the house, checked on the compiled classes. */
class ArchitectureTest {

    private static final String ROOT = "org.hydraworkbench.";

    /** The rooms in order; each may use only those before it. */
    private static final List<String> ROOMS = List.of(
            "base", "store", "text", "corpus", "tokenizer", "align", "mapping", "weights", "model", "transfer", "hydra",
            "eval", "decode", "document", "train", "project", "server", "cli");

    /** The packages inside rooms, in order; each may use only those before it in its room. The empty name is the room itself. */
    private static final Map<String, List<String>> WALLS = Map.of(
            "align", List.of("links", "tables", "model", "format", "ibm1", "diagonal", "hmm", ""),
            "decode", List.of("phrase", "memory", "choice", ""),
            "document", List.of("tags", "format", ""),
            "model", List.of("chat", "runtime", "family", "folder", "", "generation"),
            "tokenizer", List.of("sentencepiece", ""),
            "project",
            List.of("base", "corpora", "edits", "artefacts", "settings", "links", "conversations", "translation", "measures", "work", "", "synthetic", "demo"));

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .importUrl(HydraException.class.getProtectionDomain().getCodeSource().getLocation());
        assertThat(classes).isNotEmpty();
    }

    @Test
    void everyRoomUsesOnlyThoseBeforeIt() {
        ArchRuleDefinition.classes()
                .that(resideInAPackage("org.hydraworkbench.."))
                .should(new ArchCondition<>("use only rooms before their own") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        int own = room(user);
                        user.getDirectDependenciesFromSelf().stream()
                                .filter(d -> d.getTargetClass().getPackageName().startsWith("org.hydraworkbench"))
                                .filter(d -> room(d.getTargetClass()) > own)
                                .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
                    }
                })
                .check(classes);
    }

    @Test
    void everyPackageInsideARoomUsesOnlyThoseBeforeIt() {
        ArchRuleDefinition.classes()
                .that(describe("are in a room with walls", c -> WALLS.containsKey(roomName(c))))
                .should(new ArchCondition<>("use only packages before their own in their room") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        int own = wall(user);
                        user.getDirectDependenciesFromSelf().stream()
                                .filter(d -> d.getTargetClass().getPackageName().startsWith(ROOT))
                                .filter(d -> roomName(d.getTargetClass()).equals(roomName(user)))
                                .filter(d -> wall(d.getTargetClass()) > own)
                                .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
                    }
                })
                .check(classes);
    }

    @Test
    void everyPackageInsideARoomHasItsPlace() {
        assertThat(classes).allSatisfy(c -> {
            if (WALLS.containsKey(roomName(c))) {
                assertThat(wall(c)).as(c.getPackageName()).isNotNegative();
            }
        });
    }

    @Test
    void onlyTheRuntimeAndTheTokenizerKnowTheTensorLibrary() {
        noClasses()
                .that().resideOutsideOfPackages("org.hydraworkbench.model.runtime..", "org.hydraworkbench.tokenizer..")
                .should().dependOnClassesThat().resideInAPackage("ai.djl..")
                .check(classes);
    }

    @Test
    void nothingNamesTheDataTypeThatKillsTheProcess() {
        noClasses()
                .should(new ArchCondition<>("name DataType.BFLOAT16") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        user.getFieldAccessesFromSelf().stream()
                                .filter(a -> a.getTarget().getName().equals("BFLOAT16"))
                                .filter(a -> a.getTargetOwner().getName().startsWith("ai.djl"))
                                .forEach(a -> events.add(SimpleConditionEvent.satisfied(a, a.getDescription())));
                    }
                })
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void theEngineKnowsNoWindow() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..").check(classes);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that().resideOutsideOfPackage("org.hydraworkbench.cli..")
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .orShould(callMethodWhere(describe("print a stack trace",
                        (JavaAccess<?> call) -> call.getTarget().getName().equals("printStackTrace"))))
                .check(classes);
    }

    @Test
    void loggingGoesThroughOneFacade() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "ch.qos.logback..", "org.apache.log4j..").check(classes);
    }

    /** What Gson's own readers take is more than JSON, and others, who are given the same file, may not stand it. */
    @Test
    void jsonIsReadInOnePlace() {
        noClasses()
                .that(describe("are not the reader of JSON", c -> !c.getName().startsWith(Json.class.getName())
                        || c.getSimpleName().equals(JsonFields.class.getSimpleName())))
                .should().dependOnClassesThat().areAssignableTo(JsonParser.class)
                .orShould().callConstructor(JsonReader.class, Reader.class)
                .orShould(accessTargetWhere(describe("reads text", (JavaAccess<?> access) ->
                        access.getTarget().getName().equals("fromJson")
                                && access.getTargetOwner().isAssignableTo(Gson.class)
                                && access instanceof JavaMethodCall call
                                && !call.getTarget().getRawParameterTypes().getFirst().isEquivalentTo(JsonElement.class))))
                .check(classes);
    }

    @Test
    void noThreadsOfOnesOwn() {
        noClasses().should().callConstructor(Thread.class, Runnable.class)
                .orShould().callMethod(Thread.class, "sleep", long.class).check(classes);
    }

    /** The message of Java's own errors is often a bare path or a class name; {@link Reasons} says it in words. */
    @Test
    void onlyOurOwnErrorsAreQuotedAndReasonsAskedForAllOthers() {
        noClasses()
                .that().doNotBelongToAnyOf(Reasons.class, HydraException.class)
                .should(accessTargetWhere(describe("is the message of an error of others", (JavaAccess<?> access) ->
                        access.getTarget().getName().matches("get(Localized)?Message")
                                && access.getTargetOwner().isAssignableTo(Throwable.class)
                                && !access.getTargetOwner().isAssignableTo(HydraException.class))))
                .check(classes);
    }

    @Test
    void loggersAreConstants() {
        fields().that().haveRawType("org.slf4j.Logger").should().beStatic().andShould().beFinal().andShould().bePrivate()
                .check(classes);
    }

    @Test
    void everyPackageIsOneOfTheRooms() {
        assertThat(classes).allSatisfy(c -> assertThat(ROOMS).contains(roomName(c)));
        assertThat(ROOMS).containsAll(WALLS.keySet());
        WALLS.forEach((room, names) -> assertThat(names)
                .allSatisfy(name -> assertThat(classes).anyMatch(c -> roomName(c).equals(room) && names.get(wall(c)).equals(name))));
    }

    private static int room(JavaClass type) {
        return ROOMS.indexOf(roomName(type));
    }

    /** Place in its room of the package of a class that is in a room with walls. */
    private static int wall(JavaClass type) {
        String room = roomName(type);
        String inside = type.getPackageName().substring(ROOT.length() + room.length());
        return WALLS.get(room).indexOf(inside.isEmpty() ? inside : inside.substring(1));
    }

    private static String roomName(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }
}
