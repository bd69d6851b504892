package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was measured of one thing, beside what was wished for.
 *
 * @param remark what a reader must know of the figures, or why there are none
 */
record Row(String what, ImmutableList<Figure> figures, String remark) {

    static Row of(String what, Figure... figures) {
        return new Row(what, ImmutableList.copyOf(figures), "");
    }

    /** A row without figures: the thing is not there, or cannot be measured here. */
    static Row without(String what, String reason) {
        return new Row(what, ImmutableList.of(), reason);
    }

    /** A row of times in milliseconds, whose 99th percentile has a target. */
    static Row ofTimes(String what, Samples times, Target p99) {
        return of(what, Figure.of("median", times.median(), "ms"), new Figure("p99", times.p99(), "ms", p99))
                .with("of %d".formatted(times.count()));
    }

    Row with(String added) {
        return new Row(what, figures, remark.isEmpty() ? added : remark + "; " + added);
    }

    Row with(Figure added) {
        return new Row(
                what, ImmutableList.<Figure>builder().addAll(figures).add(added).build(), remark);
    }

    String markdown() {
        String measured = Stream.concat(
                        figures.stream().map(Figure::printed), Stream.of(remark).filter(text -> !text.isEmpty()))
                .collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s | %s |"
                .formatted(what, measured, wished(Target::gate), wished(Target::stretch), verdict());
    }

    JsonObject json() {
        JsonArray numbers = new JsonArray();
        figures.forEach(figure -> numbers.add(figure.json()));
        JsonObject json = new JsonObject();
        json.addProperty("what", what);
        json.add("figures", numbers);
        json.addProperty("remark", remark);
        json.addProperty("verdict", verdict());
        return json;
    }

    private String wished(ToDoubleFunction<Target> bound) {
        return targeted().stream()
                .filter(figure -> Double.isFinite(bound.applyAsDouble(figure.target())))
                .map(figure -> figure.printed(bound.applyAsDouble(figure.target())))
                .collect(Collectors.joining(", "));
    }

    private String verdict() {
        if (targeted().isEmpty()) {
            return "";
        }
        if (!areWithin(Target::gate)) {
            return "missed";
        }
        return areWithin(Target::stretch) && !wished(Target::stretch).isEmpty() ? "stretch" : "gate";
    }

    private boolean areWithin(ToDoubleFunction<Target> bound) {
        return targeted().stream().allMatch(figure -> figure.value() <= bound.applyAsDouble(figure.target()));
    }

    private List<Figure> targeted() {
        return figures.stream().filter(figure -> !figure.target().isNone()).toList();
    }
}
