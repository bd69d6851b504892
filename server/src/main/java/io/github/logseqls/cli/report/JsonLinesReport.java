package io.github.logseqls.cli.report;

import com.google.common.collect.ImmutableList;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;

/** For scripts: a line of JSON for each finding, and nothing else. */
public final class JsonLinesReport implements Report {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final PrintWriter out;

    public JsonLinesReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void add(ImmutableList<ReportedFinding> findings) {
        for (ReportedFinding finding : findings) {
            JsonObject line = object(finding.place());
            line.addProperty("severity", finding.level());
            line.addProperty("code", finding.code());
            line.addProperty("message", finding.message());
            JsonArray related = new JsonArray();
            for (ReportedFinding.Related other : finding.related()) {
                JsonObject item = object(other.place());
                item.addProperty("message", other.message());
                related.add(item);
            }
            line.add("related", related);
            out.print(GSON.toJson(line) + "\n");
        }
    }

    @Override
    public void end(Totals totals) {
        // Whoever reads lines counts them.
    }

    private static JsonObject object(ReportedFinding.Place place) {
        JsonObject object = new JsonObject();
        object.addProperty("path", place.path());
        object.addProperty("line", place.line());
        object.addProperty("column", place.column());
        object.addProperty("endLine", place.endLine());
        object.addProperty("endColumn", place.endColumn());
        return object;
    }
}
