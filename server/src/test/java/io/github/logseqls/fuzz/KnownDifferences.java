package io.github.logseqls.fuzz;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.fuzz.Reading.Aspect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What we read differently on purpose. A line of the file is a pattern that finds something in {@code ASPECT of SYNTAX
 * "smallest document"}, as reports show it; the lines above it that begin with {@code #} say why.
 */
record KnownDifferences(ImmutableList<Pattern> patterns) {

    private static final Path FILE = Path.of("fuzz/known-differences.txt");

    static KnownDifferences read() throws IOException {
        return new KnownDifferences(Files.readAllLines(FILE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Pattern::compile)
                .collect(ImmutableList.toImmutableList()));
    }

    boolean contains(Aspect aspect, Document smallest) {
        String difference = aspect + " of " + smallest;
        return patterns.stream().anyMatch(pattern -> pattern.matcher(difference).find());
    }
}
