package org.hydraworkbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plan of the house, checked on the compiled classes. */
class ArchitectureTest {

    private static final String ROOT = "org.hydraworkbench.";

    /** The rooms in order; each may use only those before it. */
    private static final List<String> ROOMS = List.of(
            "base", "store", "text", "corpus", "tokenizer", "align", "mapping", "weights", "model", "transfer", "hydra",
            "eval", "train", "lab", "project", "cli");

    /** The packages inside rooms that have an order of their own, {@code ""} for the room's own package; each may use only those before it. */
    private static final Map<String, List<String>> INSIDE = Map.of(
            "project",
            List.of("base", "corpora", "edits", "artefacts", "settings", "links", "conversations", "work", "", "demo"));

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
    void insideARoomEveryPackageUsesOnlyThoseBeforeIt() {
        ArchRuleDefinition.classes()
                .that(describe("lie in a room with an order inside", type -> INSIDE.containsKey(roomName(type))))
                .should(new ArchCondition<>("use only packages of their room before their own") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        String room = roomName(user);
                        int own = inside(user);
                        user.getDirectDependenciesFromSelf().stream()
                                .filter(d -> d.getTargetClass().getPackageName().startsWith(ROOT))
                                .filter(d -> roomName(d.getTargetClass()).equals(room))
                                .filter(d -> inside(d.getTargetClass()) > own)
                                .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
                    }
                })
                .check(classes);
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

    @Test
    void noThreadsOfOnesOwn() {
        noClasses().should().callConstructor(Thread.class, Runnable.class)
                .orShould().callMethod(Thread.class, "sleep", long.class).check(classes);
    }

    @Test
    void loggersAreConstants() {
        fields().that().haveRawType("org.slf4j.Logger").should().beStatic().andShould().beFinal().andShould().bePrivate()
                .check(classes);
    }

    @Test
    void everyPackageIsOneOfTheRooms() {
        assertThat(classes).allSatisfy(c -> assertThat(ROOMS).contains(roomName(c)));
        assertThat(ROOMS).containsAll(INSIDE.keySet());
        assertThat(classes)
                .filteredOn(c -> INSIDE.containsKey(roomName(c)))
                .allSatisfy(c -> assertThat(INSIDE.get(roomName(c))).contains(nameInside(c)));
        INSIDE.forEach((room, names) -> assertThat(names)
                .allSatisfy(name -> assertThat(classes)
                        .anyMatch(c -> roomName(c).equals(room) && nameInside(c).equals(name))));
    }

    private static int room(JavaClass type) {
        return ROOMS.indexOf(roomName(type));
    }

    /** The place of a class's package in the order inside its room. */
    private static int inside(JavaClass type) {
        return INSIDE.getOrDefault(roomName(type), List.of()).indexOf(nameInside(type));
    }

    /** The first package below the room, empty for the room itself. */
    private static String nameInside(JavaClass type) {
        String[] names = type.getPackageName().substring(ROOT.length()).split("\\.");
        return names.length > 1 ? names[1] : "";
    }

    private static String roomName(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }
}
