package io.github.logseqls.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.check.Code;
import io.github.logseqls.cli.report.ReportedFinding;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.workspace.GraphRoot;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Of which findings is told.
 *
 * @param codes of these codes only; empty for all
 * @param ignored of these not
 * @param revision only in files that are other than at this revision of git
 */
record WantedFindings(Set<String> codes, Set<String> ignored, Optional<String> revision) {

    /** A name that is no code, if there is one. */
    Optional<String> unknown() {
        return Stream.concat(codes.stream(), ignored.stream())
                .filter(code -> Code.of(code).isEmpty())
                .findFirst();
    }

    /** What is asked for by its code is told, also where it is off by itself. */
    CheckSettings settings() {
        return new CheckSettings(
                codes.stream()
                        .filter(code -> Code.of(code).orElseThrow().severity() == Severity.OFF)
                        .collect(ImmutableMap.toImmutableMap(code -> code, code -> Severity.INFO)),
                ImmutableSet.of());
    }

    boolean hasCode(String code) {
        return (codes.isEmpty() || codes.contains(code)) && !ignored.contains(code);
    }

    /** In which files of a graph. */
    Predicate<Path> files(GraphRoot root) throws ChangedSince.NoRevision {
        return revision.isEmpty() ? file -> true : ChangedSince.of(root.folder(), revision.get())::isChanged;
    }

    /** Those in a graph, of all codes. */
    GraphFindings in(Snapshot snapshot, GraphRoot root) throws ChangedSince.NoRevision {
        return new GraphFindings(snapshot, root, settings(), files(root));
    }

    /** Those of the wanted codes. */
    ImmutableList<ReportedFinding> of(ImmutableList<ReportedFinding> found) {
        return found.stream().filter(finding -> hasCode(finding.code())).collect(ImmutableList.toImmutableList());
    }
}
