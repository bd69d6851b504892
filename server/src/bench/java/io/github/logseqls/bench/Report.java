package io.github.logseqls.bench;

import io.github.logseqls.server.KeystrokeBenchmark;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks and prints their figures beside the targets, as a table in Markdown. */
public final class Report {

    private Report() {}

    /** Takes a regular expression for the benchmarks to run; all of them without one. */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(args.length == 0 ? "Benchmark" : args[0])
                        .param("from", Pages.present())
                        .build())
                .run();
        System.out.printf("%n| what | figure | target |%n|---|---|---|%n");
        throughput(results);
        keystrokes(results);
        row("memory of a block, page of 100,000", "%.0f bytes".formatted(Footprint.bytesPerBlock(100_000)), "100 bytes");
        hostile(results);
    }

    private static void throughput(Collection<RunResult> results) {
        Map<String, String> targets = Map.of("outline", "150 MB/s", "outlineWithInlines", "60 MB/s", "mldoc", "");
        Map<String, Map<String, Double>> speeds = new TreeMap<>();
        for (RunResult result : results) {
            Result<?> read = result.getSecondaryResults().get("megabytes");
            if (read != null) {
                BenchmarkParams params = result.getParams();
                String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
                String pages = params.getParam("from").toLowerCase(Locale.ROOT).replace('_', '-');
                speeds.computeIfAbsent(pages, key -> new TreeMap<>()).put(name, read.getScore());
                row("reading " + pages + ": " + name, "%.2f MB/s".formatted(read.getScore()), targets.get(name));
            }
        }
        speeds.forEach(Report::ratio);
    }

    private static void ratio(String pages, Map<String, Double> speeds) {
        if (speeds.containsKey("mldoc") && speeds.containsKey("outlineWithInlines")) {
            double times = speeds.get("outlineWithInlines") / speeds.get("mldoc");
            row("reading " + pages + " with inlines against mldoc", "%.0f times".formatted(times), "400 times");
        }
    }

    private static void keystrokes(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            if (params.getBenchmark().startsWith(KeystrokeBenchmark.class.getName())) {
                boolean isLong = params.getParam("blocks").equals("100000");
                double median = result.getPrimaryResult().getStatistics().getPercentile(50) / 1000;
                double p99 = result.getPrimaryResult().getStatistics().getPercentile(99) / 1000;
                row(
                        "a keystroke, page of %s blocks, %s"
                                .formatted(
                                        params.getParam("blocks"),
                                        params.getParam("typed").length() == 1 ? "prose" : "a new block"),
                        "median %.4f ms, p99 %.4f ms".formatted(median, p99),
                        isLong ? "median 0.3 ms, p99 2 ms" : "median 0.05 ms");
            }
        }
    }

    private static void hostile(Collection<RunResult> results) {
        Map<String, Double> shorter = new TreeMap<>();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            if (!params.getBenchmark().startsWith(HostileBenchmark.class.getName())) {
                continue;
            }
            String kind = params.getParam("kind");
            // The fastest iteration: what the machine does besides makes the others slower.
            double time = result.getPrimaryResult().getStatistics().getMin();
            if (params.getParam("count").equals("50000")) {
                shorter.put(kind, time);
            } else if (shorter.containsKey(kind)) {
                String name = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
                row(
                        "hostile: " + name + ", twice as long",
                        "%.2f times (%.1f ms)".formatted(time / shorter.get(kind), time),
                        "2.3 times");
            }
        }
    }

    private static void row(String what, String figure, String target) {
        System.out.printf("| %s | %s | %s |%n", what, figure, target);
    }
}
