package io.github.logseqls.cli.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Text;
import java.util.List;

/** What would change in a file, as a unified diff. */
public final class FileDiff {

    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 4000;

    private FileDiff() {}

    /** The lines of it; what would steer a terminal is shown as a replacement character, and a byte order mark by its name. */
    public static ImmutableList<String> of(String file, Text before, Text after) {
        List<String> old = lines(before);
        return UnifiedDiffUtils.generateUnifiedDiff(file, file, old, difference(old, lines(after)), CONTEXT).stream()
                .map(Printable::ofLine)
                .collect(ImmutableList.toImmutableList());
    }

    /** In long files by the algorithm that takes no more memory where nearly all lines differ; its diffs are harder to read. */
    private static Patch<String> difference(List<String> before, List<String> after) {
        return before.size() + after.size() > MOST_LINES
                ? DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>())
                : DiffUtils.diff(before, after);
    }

    /** How a line ends is no part of it: what ends in CR and LF before does so afterwards. */
    private static List<String> lines(Text text) {
        return text.string().replace("\ufeff", "<BOM>").lines().toList();
    }
}
