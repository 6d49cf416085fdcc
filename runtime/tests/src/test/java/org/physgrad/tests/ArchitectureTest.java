package org.physgrad.tests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bundle may know which: arrows point one way, everything to the contracts, and the contracts to the numerics platform. */
@AnalyzeClasses(packages = "org.physgrad", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String API = "org.physgrad.api..";
    private static final String ML = "org.physgrad.ml..";
    private static final String MATH = "org.physgrad.math..";
    private static final String FILES = "org.physgrad.files..";
    private static final String CHECK = "org.physgrad.check..";
    private static final String EXECUTORS = "org.physgrad.executor..";

    /** What executors share. */
    private static final String EXECUTOR_GRAPH = "org.physgrad.executor.graph..";

    private static final String ENGINE = "org.physgrad.engine..";
    private static final String CLI = "org.physgrad.cli..";
    private static final String WORKBENCH = "org.physgrad.workbench..";

    /** Bundles whose services a run is made of. */
    private static final String[] PARTS = {
        "org.physgrad.problem..",
        "org.physgrad.solvers..",
        "org.physgrad.networks..",
        "org.physgrad.optimizers..",
        EXECUTORS
    };

    private static final DescribedPredicate<JavaClass> OF_PHYSGRAD =
            resideInAnyPackage("org.physgrad..").as("of PhysGrad");

    @ArchTest
    static final ArchRule CONTRACTS_KNOW_ONLY_THE_NUMERICS_PLATFORM = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat(OF_PHYSGRAD.and(resideOutsideOfPackages(API, ML)));

    @ArchTest
    static final ArchRule NUMERICS_PLATFORM_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage(ML)
            .should()
            .dependOnClassesThat(OF_PHYSGRAD.and(resideOutsideOfPackages(ML)));

    @ArchTest
    static final ArchRule CHECKS_KNOW_ONLY_CONTRACTS_AND_MATHEMATICS = noClasses()
            .that()
            .resideInAPackage(CHECK)
            .should()
            .dependOnClassesThat(OF_PHYSGRAD.and(resideOutsideOfPackages(CHECK, API, ML, MATH)));

    @ArchTest
    static final ArchRule ENGINE_KNOWS_NO_PART = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat(OF_PHYSGRAD.and(resideOutsideOfPackages(ENGINE, API, ML, MATH, FILES)));

    @ArchTest
    static final ArchRule PARTS_KNOW_ONLY_CONTRACTS_MATHEMATICS_AND_THEMSELVES = classes()
            .that()
            .resideInAnyPackage(PARTS)
            .should(
                    new ArchCondition<>(
                            "know only the contracts, the mathematics, the numerics platform, their own bundle and, executors, what those share") {
                        @Override
                        public void check(JavaClass part, ConditionEvents events) {
                            DescribedPredicate<JavaClass> allowed =
                                    resideInAPackage(EXECUTORS).test(part)
                                            ? resideInAnyPackage(API, ML, MATH, EXECUTOR_GRAPH)
                                            : resideInAnyPackage(API, ML, MATH);
                            part.getDirectDependenciesFromSelf().stream()
                                    .filter(dependency -> OF_PHYSGRAD.test(dependency.getTargetClass()))
                                    .filter(dependency -> !allowed.test(dependency.getTargetClass()))
                                    .filter(dependency ->
                                            !bundle(dependency.getTargetClass()).equals(bundle(part)))
                                    .forEach(dependency -> events.add(
                                            SimpleConditionEvent.violated(part, dependency.getDescription())));
                        }
                    });

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLI, "picocli..");

    /** Views of plug-ins build on the contracts of the window; nothing of the product does. */
    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_WINDOW = noClasses()
            .that()
            .resideOutsideOfPackage(WORKBENCH)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WORKBENCH, "com.formdev..", "io.github.andrewauclair..", "net.miginfocom..");

    @ArchTest
    static final ArchRule INTERNALS_STAY_INSIDE = classes()
            .that(OF_PHYSGRAD)
            .should(new ArchCondition<>("use no internal package of another bundle") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> OF_PHYSGRAD.test(dependency.getTargetClass()))
                            .filter(dependency ->
                                    dependency.getTargetClass().getPackageName().contains(".internal"))
                            .filter(dependency ->
                                    !bundle(dependency.getTargetClass()).equals(bundle(user)))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(user, dependency.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_BUNDLES =
            slices().assignedFrom(bundles()).should().beFreeOfCycles();

    /** Bundles are named by their symbolic names, which their packages start with. */
    private static final Pattern BUNDLE = Pattern.compile("org\\.physgrad\\.(?:(?:problem|executor|visual)\\.)?\\w+");

    private static String bundle(JavaClass type) {
        Matcher name = BUNDLE.matcher(type.getPackageName());
        return name.lookingAt() ? name.group() : "";
    }

    private static SliceAssignment bundles() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return OF_PHYSGRAD.test(type) ? SliceIdentifier.of(bundle(type)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "bundles";
            }
        };
    }
}
