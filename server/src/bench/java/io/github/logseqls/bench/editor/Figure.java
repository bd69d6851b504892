package io.github.logseqls.bench.editor;

import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * One number that was measured.
 *
 * @param name what it is of its row: {@code median}, say
 * @param unit as it is printed: {@code ms}, {@code s}, {@code MB} (millions of bytes), {@code times}
 */
record Figure(String name, double value, String unit, Target target) {

    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Target.NONE);
    }

    String printed() {
        return printed(value);
    }

    /** Another value of the same kind, as a target. */
    String printed(double other) {
        String digits = other < 10 ? "%.2f" : other < 100 ? "%.1f" : "%.0f";
        return "%s %s %s"
                .formatted(name, String.format(Locale.ROOT, digits, other), unit)
                .strip();
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("value", value);
        json.addProperty("unit", unit);
        addFinite(json, "gate", target.gate());
        addFinite(json, "stretch", target.stretch());
        return json;
    }

    private static void addFinite(JsonObject json, String name, double number) {
        if (Double.isFinite(number)) {
            json.addProperty(name, number);
        }
    }
}
