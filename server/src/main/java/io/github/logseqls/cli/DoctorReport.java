package io.github.logseqls.cli;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Streams;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Symbols;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.workspace.GraphRoot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What there is to say of a graph that was read, for people. */
final class DoctorReport {

    private static final long MEGABYTE = 1 << 20;

    private DoctorReport() {}

    static List<String> lines(GraphRoot root, Snapshot snapshot, PageTimes times) {
        Graph graph = snapshot.graph();
        List<String> lines = new ArrayList<>();
        lines.add("Graph        " + root.folder());
        addSettings(graph.config(), lines);
        lines.add("Files        " + files(graph));
        lines.add("Blocks       %s in %s characters".formatted(number(times.blocks()), number(times.characters())));
        addNames(graph, lines);
        lines.add("Findings" + (graph.findings().isEmpty() ? "     none" : ""));
        new TreeMap<>(graph.findings())
                .forEach((path, found) -> found.forEach(finding -> lines.add("  " + path + ": " + finding)));
        lines.add("Slowest");
        for (PageTimes.PageTime time : times.slowest()) {
            lines.add("  %s: %s, %s characters, %s blocks"
                    .formatted(
                            time.path(),
                            milliseconds(time.nanoseconds()),
                            number(time.characters()),
                            number(time.blocks())));
        }
        return lines;
    }

    static String milliseconds(long nanoseconds) {
        return oneDecimal(nanoseconds / 1e6) + " ms";
    }

    static String megabytes(long bytes) {
        return number(bytes / MEGABYTE) + " MB";
    }

    private static void addSettings(GraphConfig config, List<String> lines) {
        lines.add("File names   "
                + config.fileNameFormat().toString().toLowerCase(Locale.ROOT).replace('_', '-'));
        lines.add(
                "Journals     " + config.journals() + ", in " + config.folders().journals() + "/");
        lines.add("New pages    "
                + (config.preferredSyntax() == Syntax.ORG ? "Org" : "Markdown")
                + ", in " + config.folders().pages() + "/");
        lines.add("Settings" + (config.inForce().isEmpty() ? "     none" : ""));
        config.inForce().forEach((key, value) -> lines.add("  :" + key + " " + edn(value)));
    }

    /** A value as it might stand in the file. */
    private static String edn(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> edn(entry.getKey()) + " " + edn(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(DoctorReport::edn).collect(Collectors.joining(" ", "[", "]"));
        }
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }

    private static String files(Graph graph) {
        ImmutableMultiset<Facts.Kind> kinds = Streams.stream(graph.paths())
                .map(path -> graph.facts(path).orElseThrow().kind())
                .collect(ImmutableMultiset.toImmutableMultiset());
        return "%s pages; whiteboards and PDF highlights: %s; other files: %s; unreadable: %s"
                .formatted(
                        number(kinds.count(Facts.Kind.PAGE)),
                        number(kinds.count(Facts.Kind.DATA)),
                        number(kinds.count(Facts.Kind.ASSET)),
                        number(kinds.count(Facts.Kind.UNREADABLE)));
    }

    private static void addNames(Graph graph, List<String> lines) {
        long ids = count(graph, Symbol.Definition.class::isInstance);
        long twice = Streams.stream(graph.links().symbols())
                .filter(Symbol.Definition.class::isInstance)
                .filter(id -> graph.count(id) > 1)
                .count();
        lines.add("Ids          %s; claimed more than once: %s".formatted(number(ids), number(twice)));
        lines.add("Block refs   %s; broken: %s"
                .formatted(
                        number(count(graph, Symbol.BlockUse.class::isInstance)),
                        number(count(
                                graph,
                                symbol -> symbol instanceof Symbol.BlockUse use
                                        && !graph.links().isDefined(use.block())))));
        lines.add("Page refs    %s; to pages without a file: %s"
                .formatted(
                        number(count(graph, Symbol.PageUse.class::isInstance)),
                        number(count(
                                graph,
                                symbol -> symbol instanceof Symbol.PageUse use
                                        && !graph.pages().exists(use.page())))));
    }

    private static long count(Graph graph, Predicate<Symbol> isMeant) {
        long count = 0;
        for (PagePath path : graph.paths()) {
            Symbols symbols = graph.facts(path).orElseThrow().symbols();
            for (Symbol symbol : symbols.distinct()) {
                count += isMeant.test(symbol) ? symbols.count(symbol) : 0;
            }
        }
        return count;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String oneDecimal(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }
}
