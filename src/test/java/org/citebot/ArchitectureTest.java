package org.citebot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.citebot.ArchitectureRules.Layer;
import org.citebot.ArchitectureRules.Library;
import org.citebot.config.Settings;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The code keeps the rules of {@link ArchitectureRules}, and each rule can fail. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ArchitectureRules.ROOT);

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importClasses(Changing.class, Printing.class, Reading.class, Settings.class);

    @ParameterizedTest
    @FieldSource("org.citebot.ArchitectureRules#LAYERS")
    void everyPackageUsesOnlyThoseBelowIt(Layer layer) {
        ArchitectureRules.usesOnlyWhatItMay(layer).check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("org.citebot.ArchitectureRules#LIBRARIES")
    void everyLibraryIsImportedWhereItBelongs(Library library) {
        ArchitectureRules.isImportedOnlyWhereItBelongs(library).check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        ArchitectureRules.hasNoCycles(ArchitectureRules.ROOT).check(CLASSES);
    }

    @Test
    void settingsAreReadInRecordsOfSettings() {
        ArchitectureRules.settingsAreReadInRecordsOfSettings().check(CLASSES);
    }

    @Test
    void onlyTheCommandsPrint() {
        ArchitectureRules.onlyTheCommandsPrint().check(CLASSES);
    }

    @Test
    void nobodyUsesJavaUtilLogging() {
        ArchitectureRules.nobodyUsesJavaUtilLogging().check(CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        ArchitectureRules.nothingStaticChanges().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarkedAndExplained() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(5).allSatisfy(name -> {
            JavaPackage found = CLASSES.getPackage(name);
            assertThat(found.isAnnotatedWith(NullMarked.class))
                    .as("%s is null-marked", name)
                    .isTrue();
            assertThat(Project.read("src/main/java/" + name.replace('.', '/') + "/package-info.java"))
                    .startsWith("/**");
        });
    }

    @Test
    void theScanSawEveryPackageOfTheTableAndNoOther() {
        Map<String, Integer> seen = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            seen.merge(layerOf(type), 1, Integer::sum);
        }
        assertThat(seen.keySet())
                .as("packages of the table; a package that has come gets its number of classes there")
                .containsExactlyInAnyOrderElementsOf(ArchitectureRules.LAYERS.stream()
                        .filter(layer -> layer.classes() > 0)
                        .map(Layer::name)
                        .toList());
        assertThat(ArchitectureRules.LAYERS)
                .allSatisfy(layer -> assertThat(seen.getOrDefault(layer.name(), 0))
                        .as(layer.name())
                        .isGreaterThanOrEqualTo(layer.classes()));
    }

    @Test
    void theTableItselfGoesOneWay() {
        Set<String> below = new HashSet<>();
        for (Layer layer : ArchitectureRules.LAYERS) {
            assertThat(below).as(layer.name()).containsAll(layer.mayUse());
            below.add(layer.name());
        }
    }

    @Test
    void aForbiddenDirectionIsSeen() {
        Layer lonely = new Layer("corpus", 1, Set.of());
        assertThat(ArchitectureRules.usesOnlyWhatItMay(lonely).evaluate(CLASSES).hasViolation())
                .isTrue();
    }

    @Test
    void aLibraryOutOfPlaceIsSeen() {
        Library lonely = new Library("JSpecify", Set.of("org.jspecify.."), Set.of("config"));
        assertThat(ArchitectureRules.isImportedOnlyWhereItBelongs(lonely)
                        .evaluate(CLASSES)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void aCycleIsSeen() {
        String cyclic = "com.fasterxml.jackson.core";
        JavaClasses classes = new ClassFileImporter().importPackages(cyclic);
        assertThat(ArchitectureRules.hasNoCycles(cyclic).evaluate(classes).hasViolation())
                .isTrue();
    }

    @Test
    void aLookupOfSettingsOutOfPlaceIsSeen() {
        assertThat(ArchitectureRules.settingsAreReadInRecordsOfSettings()
                        .evaluate(BROKEN)
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).contains("Reading"));
    }

    @Test
    void printingAndLoggingOutOfPlaceIsSeen() {
        assertThat(ArchitectureRules.onlyTheCommandsPrint().evaluate(BROKEN).hasViolation())
                .isTrue();
        assertThat(ArchitectureRules.nobodyUsesJavaUtilLogging()
                        .evaluate(BROKEN)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void everyStaticFieldThatCanChangeIsSeen() {
        List<String> details = ArchitectureRules.nothingStaticChanges()
                .evaluate(BROKEN)
                .getFailureReport()
                .getDetails();
        assertThat(details)
                .hasSize(4)
                .anySatisfy(detail -> assertThat(detail).contains("notFinal"))
                .anySatisfy(detail -> assertThat(detail).contains("ATOMIC"))
                .anySatisfy(detail -> assertThat(detail).contains("COLLECTION"))
                .anySatisfy(detail -> assertThat(detail).contains("SHARED_ARRAY"));
    }

    private static String layerOf(JavaClass type) {
        String below = type.getPackageName().substring(ArchitectureRules.ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }

    @SuppressWarnings("unused")
    private static final class Changing {
        static @Nullable String notFinal;
        static final AtomicInteger ATOMIC = new AtomicInteger();
        static final ArrayDeque<String> COLLECTION = new ArrayDeque<>();
        static final int[] SHARED_ARRAY = {1};
        private static final int[] CONSTANTS = {1};
        static final List<String> LIST = List.of();
    }

    @SuppressWarnings("unused")
    private record Printing(Logger logger) {
        static PrintStream stream() {
            return System.out;
        }
    }

    @SuppressWarnings("unused")
    private record Reading(Settings settings) {}
}
