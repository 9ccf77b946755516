package org.citebot;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Which package may use which, and the rules that follow. */
final class ArchitectureRules {

    static final String ROOT = "org.citebot";

    /**
     * The packages, from the bottom up. Every one may also use {@code config}, for its record of settings.
     *
     * @param name below {@value #ROOT}
     * @param classes how many it holds at least, so that a scan that saw nothing cannot pass; 0 for a package that is
     *     still to come
     * @param mayUse the packages of ours that it may depend on
     */
    record Layer(String name, int classes, Set<String> mayUse) {

        /** The package and those below it, as ArchUnit writes them. */
        String packages() {
            return ROOT + "." + name + "..";
        }
    }

    static final List<Layer> LAYERS = List.of(
            new Layer("config", 6, Set.of()),
            new Layer("operation", 2, Set.of()),
            new Layer("language", 10, Set.of()),
            new Layer("corpus", 15, Set.of("language")),
            new Layer("citation", 2, Set.of("corpus", "language")),
            new Layer("statement", 20, Set.of("corpus", "language")),
            new Layer("index", 20, Set.of("statement", "corpus", "language")),
            new Layer("ingestion", 20, Set.of("index", "statement", "corpus", "language")),
            new Layer("retrieval", 12, Set.of("index", "statement", "corpus", "language")),
            new Layer("answering", 12, Set.of("retrieval", "citation", "statement", "corpus", "language")),
            new Layer("moderation", 20, Set.of("ingestion", "statement", "corpus", "language")),
            new Layer(
                    "telegram",
                    40,
                    Set.of("answering", "moderation", "citation", "statement", "corpus", "language", "operation")),
            new Layer(
                    "evaluation",
                    20,
                    Set.of("answering", "retrieval", "ingestion", "statement", "citation", "corpus", "language")),
            new Layer(
                    "app",
                    15,
                    Set.of(
                            "evaluation",
                            "telegram",
                            "moderation",
                            "answering",
                            "retrieval",
                            "ingestion",
                            "index",
                            "statement",
                            "citation",
                            "corpus",
                            "language",
                            "operation")));

    /**
     * A foreign library, and the only packages of ours that import it, so that its errors are translated there, once.
     *
     * @param packages the library's own
     * @param usedBy below {@value #ROOT}; empty for a library that nobody is to use
     */
    record Library(String name, Set<String> packages, Set<String> usedBy) {}

    static final List<Library> LIBRARIES = List.of(
            new Library("SnakeYAML", Set.of("org.yaml.snakeyaml.."), Set.of("config")),
            new Library("ICU4J", Set.of("com.ibm.icu.."), Set.of("language")),
            new Library("SQLite and Flyway", Set.of("org.sqlite..", "org.flywaydb.."), Set.of("corpus")),
            // The packages with tables of their own, by way of corpus.Database.
            new Library(
                    "Jdbi",
                    Set.of("org.jdbi.."),
                    Set.of("answering.model", "corpus", "index", "moderation", "statement", "telegram")),
            new Library("Lucene", Set.of("org.apache.lucene.."), Set.of("index")),
            new Library("ONNX Runtime", Set.of("ai.onnxruntime.."), Set.of("index")),
            new Library("jsoup", Set.of("org.jsoup.."), Set.of("ingestion")),
            new Library("commonmark", Set.of("org.commonmark.."), Set.of("ingestion")),
            new Library("chat models of LangChain4j", Set.of("dev.langchain4j.."), Set.of("answering.model")),
            new Library("llama.cpp", Set.of("de.kherud.llama.."), Set.of("answering.model")),
            new Library("Resilience4j", Set.of("io.github.resilience4j.."), Set.of("answering.model")),
            new Library("TelegramBots", Set.of("org.telegram.."), Set.of("telegram")),
            new Library("OkHttp", Set.of("okhttp3.."), Set.of("telegram")),
            new Library("Micrometer", Set.of("io.micrometer..", "io.prometheus.."), Set.of("operation")),
            new Library("Javalin and Jetty", Set.of("io.javalin..", "org.eclipse.jetty..", "jakarta.."), Set.of("app")),
            new Library("picocli", Set.of("picocli.."), Set.of("app")),
            new Library("Logback", Set.of("ch.qos.logback.."), Set.of("app")),
            // Its tokenizers ask a cloud's metadata address and report usage.
            new Library("DJL", Set.of("ai.djl.."), Set.of()));

    private ArchitectureRules() {}

    /** A layer uses no package of ours but those of the table. */
    static ArchRule usesOnlyWhatItMay(Layer layer) {
        String[] allowed = Stream.concat(Stream.of(layer.name(), "config"), layer.mayUse().stream())
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(layer.packages())
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                .as(layer.name() + " may use " + layer.mayUse() + " only")
                .allowEmptyShould(true);
    }

    static ArchRule isImportedOnlyWhereItBelongs(Library library) {
        String[] allowed =
                library.usedBy().stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        return noClasses()
                .that(not(resideInAnyPackage(allowed)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.packages().toArray(String[]::new))
                .as(library.name() + " is imported in " + library.usedBy() + " only");
    }

    /** Settings are read into a feature's own record; nobody else looks them up. */
    static ArchRule settingsAreReadInRecordsOfSettings() {
        return noClasses()
                .that(not(resideInAnyPackage(ROOT + ".config..", ROOT + ".app..")))
                .and()
                .haveSimpleNameNotEndingWith("Settings")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".config.Settings");
    }

    /** Packages below {@code root}, at any depth, form no cycle. */
    static ArchRule hasNoCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    static ArchRule onlyTheCommandsPrint() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".app..")
                .should(ACCESS_STANDARD_STREAMS)
                .as("only app writes to standard output and standard error");
    }

    static ArchRule nobodyUsesJavaUtilLogging() {
        return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
    }

    /**
     * As far as declarations tell: a static field is final, and its type is none that exists to be changed. Private
     * arrays pass, as tables of constants.
     */
    static ArchRule nothingStaticChanges() {
        return noFields()
                .that()
                .areStatic()
                .should(ArchCondition.from(describe("be changeable", ArchitectureRules::isChangeable)))
                .as("no static field can change");
    }

    private static boolean isChangeable(JavaField field) {
        boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
        boolean isPrivate = field.getModifiers().contains(JavaModifier.PRIVATE);
        boolean isSynthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
        JavaClass type = field.getRawType();
        return !isSynthetic && (!isFinal || isMadeToChange(type) || (type.isArray() && !isPrivate));
    }

    /** Whether the type is made to be changed. */
    private static boolean isMadeToChange(JavaClass type) {
        boolean isCollection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return type.getPackageName().equals(AtomicLong.class.getPackageName())
                || type.isAssignableTo(ConcurrentMap.class)
                || type.isAssignableTo(Queue.class)
                || (isCollection && !type.isInterface() && type.getPackageName().startsWith("java.util"))
                || Stream.of(StringBuilder.class, ThreadLocal.class, Random.class)
                        .anyMatch(type::isAssignableTo);
    }
}
