package io.github.logseqls.bench.editor;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;

/**
 * What the command line asks for.
 *
 * @param pages how many pages the graphs have, fewest first
 * @param rows the groups of rows to measure; all of them where it is empty
 * @param graphs the folder in which the generated graphs are kept from run to run
 * @param report where the report goes; its JSON goes beside it
 * @param seed of the graphs
 * @param asked the options as the command line would give them, but for paths
 */
record Options(
        ImmutableList<Integer> pages, ImmutableSet<String> rows, Path graphs, Path report, long seed, String asked) {

    private static final Splitter LIST = Splitter.on(',').trimResults().omitEmptyStrings();

    /** The options among the system properties; one that is missing or blank has its default. */
    static Options ofProperties() {
        String pages = property("bench.pages", "1000,10000,100000");
        String rows = property("bench.rows", "");
        String seed = property("bench.seed", "1");
        return new Options(
                LIST.splitToStream(pages).map(Integer::valueOf).sorted().collect(ImmutableList.toImmutableList()),
                ImmutableSet.copyOf(LIST.split(rows)),
                Path.of(property(
                        "bench.graphs",
                        Path.of(property("java.io.tmpdir", ""), "logseq-ls-bench")
                                .toString())),
                Path.of(property("bench.report", "target/bench/BENCHMARKS.md")),
                Long.parseLong(seed),
                "-Dbench.pages=%s -Dbench.seed=%s%s"
                        .formatted(pages, seed, rows.isEmpty() ? "" : " -Dbench.rows=" + rows));
    }

    boolean wants(String group) {
        return rows.isEmpty() || rows.contains(group);
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value;
    }
}
