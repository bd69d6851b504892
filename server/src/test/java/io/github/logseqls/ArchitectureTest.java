package io.github.logseqls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layers of {@code ARCHITECTURE.md}, held against the code. */
@AnalyzeClasses(packages = "io.github.logseqls", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The packages that only compute, and one more. */
    private static String[] pureAnd(String other) {
        return new String[] {
            "..logseqls.text..",
            "..logseqls.outline..",
            "..logseqls.graph..",
            "..logseqls.search..",
            "..logseqls.check..",
            "..logseqls.change..",
            "..logseqls.fix..",
            "..logseqls.outlining..",
            "..logseqls.rename..",
            "..logseqls.refactor..",
            "..logseqls.completion..",
            other
        };
    }

    @ArchTest
    static final ArchRule IMPORTS_GO_DOWN_ONLY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy("..logseqls.text..")
            .layer("outline")
            .definedBy("..logseqls.outline..")
            .layer("graph")
            .definedBy("..logseqls.graph..")
            .layer("search")
            .definedBy("..logseqls.search..")
            .layer("check")
            .definedBy("..logseqls.check..")
            .layer("change")
            .definedBy("..logseqls.change..")
            .layer("fix")
            .definedBy("..logseqls.fix..")
            .optionalLayer("outlining")
            .definedBy("..logseqls.outlining..")
            .optionalLayer("rename")
            .definedBy("..logseqls.rename..")
            .optionalLayer("refactor")
            .definedBy("..logseqls.refactor..")
            .optionalLayer("completion")
            .definedBy("..logseqls.completion..")
            .layer("feature")
            .definedBy("..logseqls.feature..")
            .layer("workspace")
            .definedBy("..logseqls.workspace..")
            .layer("server")
            .definedBy("..logseqls.server..")
            .layer("cli")
            .definedBy("..logseqls.cli..")
            .whereLayer("outline")
            .mayOnlyAccessLayers("text")
            .whereLayer("text")
            .mayNotAccessAnyLayer()
            .whereLayer("graph")
            .mayOnlyAccessLayers("outline", "text")
            .whereLayer("search")
            .mayOnlyAccessLayers("graph", "outline", "text")
            .whereLayer("check")
            .mayOnlyAccessLayers("search", "graph", "outline", "text")
            .whereLayer("change")
            .mayOnlyAccessLayers("graph", "outline", "text")
            .whereLayer("fix")
            .mayOnlyAccessLayers("change", "check", "search", "graph", "outline", "text")
            .whereLayer("outlining")
            .mayOnlyAccessLayers("change", "graph", "outline", "text")
            .whereLayer("rename")
            .mayOnlyAccessLayers("change", "search", "graph", "outline", "text")
            .whereLayer("refactor")
            .mayOnlyAccessLayers("rename", "outlining", "change", "search", "graph", "outline", "text")
            .whereLayer("completion")
            .mayOnlyAccessLayers("change", "search", "graph", "outline", "text")
            .whereLayer("feature")
            .mayOnlyAccessLayers(
                    "completion",
                    "refactor",
                    "rename",
                    "outlining",
                    "fix",
                    "change",
                    "check",
                    "search",
                    "graph",
                    "outline",
                    "text")
            .whereLayer("workspace")
            .mayOnlyAccessLayers("check", "search", "graph", "outline", "text")
            .whereLayer("server")
            .mayOnlyAccessLayers(
                    "feature", "workspace", "refactor", "fix", "change", "check", "search", "graph", "outline", "text")
            .whereLayer("cli")
            .mayOnlyAccessLayers(
                    "server", "feature", "workspace", "fix", "change", "check", "search", "graph", "outline", "text");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("io.github.logseqls.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CIRCLES_AMONG_FEATURES =
            slices().matching("io.github.logseqls.feature.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule WHAT_FEATURES_SHARE_KNOWS_NONE_OF_THEM = noClasses()
            .that()
            .resideInAPackage("io.github.logseqls.feature")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.logseqls.feature.*..");

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_KNOW_LSP = noClasses()
            .that()
            .resideInAnyPackage(pureAnd("..logseqls.workspace.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.lsp4j..");

    @ArchTest
    static final ArchRule ONLY_THE_WORKSPACE_AND_THE_COMMAND_LINE_TOUCH_FILES = noClasses()
            .that()
            .resideInAnyPackage(pureAnd("..logseqls.feature.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    @ArchTest
    static final ArchRule FEATURES_START_NO_THREADS = noClasses()
            .that()
            .resideInAnyPackage(pureAnd("..logseqls.feature.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule NOTHING_GOES_TO_THE_NETWORK =
            noClasses().should().dependOnClassesThat().haveNameMatching("java\\.net\\.(?!URI$|URISyntaxException$).*");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = classes()
            .should()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotStartingWith("Abstract");
}
