package org.hydraworkbench.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import javafx.scene.control.Spinner;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Launcher;
import org.hydraworkbench.app.shell.WorkspaceProvider;
import org.hydraworkbench.base.HydraException;

@AnalyzeClasses(locations = AppArchitectureTest.ProductClasses.class)
class AppArchitectureTest {

    /** Where the launcher lies, lie the classes of the window, and no tests. */
    static final class ProductClasses implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(Location.of(
                    Launcher.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }

    @ArchTest
    static final ArchRule viewModelsKnowNoControls = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.scene.control..", "javafx.scene.layout..", "javafx.stage..", "org.controlsfx..", "atlantafx..");

    @ArchTest
    static final ArchRule viewModelsKnowNoViews = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("View");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.hydraworkbench.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule shellKnowsNoWorkspace = noClasses()
            .that()
            .resideInAPackage("..app.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..app.home..",
                    "..app.corpus..",
                    "..app.tokenizer..",
                    "..app.alignment..",
                    "..app.mapping..",
                    "..app.transfer..",
                    "..app.training..",
                    "..app.translate..",
                    "..app.evaluate..",
                    "..app.parts..",
                    "..app.plot..");

    @ArchTest
    static final ArchRule providersAreNamedAfterTheirWorkspace =
            classes().that().implement(WorkspaceProvider.class).should().haveSimpleNameEndingWith("Provider");

    @ArchTest
    static final ArchRule noTensorsAndNoDatabaseInTheWindow = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "org.sqlite..", "java.sql..", "org.hydraworkbench.store..");

    @ArchTest
    static final ArchRule onlyWrappingLetsLinesBreak = noClasses()
            .that()
            .doNotHaveSimpleName("Wrapping")
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.nameMatching("setWrapText|wrapTextProperty|setWrappingWidth")))
            .because("JavaFX fails when it breaks a run of text that is written from right to left");

    @ArchTest
    static final ArchRule onlyPartsLetsSpinnersBeTypedInto = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Parts.class.getName())
            .should()
            .callMethod(Spinner.class, "setEditable", boolean.class)
            .because("JavaFX ends in an exception when what was typed is no number");

    @ArchTest
    static final ArchRule onlyTheLauncherPrints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Launcher.class.getName())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** As in the engine: {@code base.Reasons} says in words what Java's own errors hardly say. */
    @ArchTest
    static final ArchRule onlyOurOwnErrorsAreQuoted = noClasses()
            .should(accessTargetWhere(describe("is the message of an error of others", (JavaAccess<?> access) ->
                    access.getTarget().getName().matches("get(Localized)?Message")
                            && access.getTargetOwner().isAssignableTo(Throwable.class)
                            && !access.getTargetOwner().isAssignableTo(HydraException.class))));

    @ArchTest
    static final ArchRule workRunsOnTheJobRunner = noClasses()
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);
}
